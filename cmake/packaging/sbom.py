# SPDX-License-Identifier: MIT
"""Writes the list of what a release consists of (SBOM), in the format SPDX 2.3 as JSON: the files of the source archive, the
packages made of it, and what of other projects is in them. The same release gives the same bytes."""

import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import tarfile

# What parts of a release contain of other projects: who makes it, its license, and a command that prints the version, or none
# if it is not there. The manual has the scripts of Doxygen, and jQuery, which is a part of them, and what the pages look like
# and are searched with.
OTHERS = {
    "musl": ("Organization: musl", "MIT", "/lib/ld-musl-*.so.1"),
    "doxygen": ("Person: Dimitri van Heesch", "MIT", "doxygen --version"),
    "doxygen-awesome-css": ("Person: jothepro", "MIT AND Apache-2.0", "dpkg-query -W doxygen-awesome-css"),
    "lunr": ("Person: Oliver Nightingale", "MIT", "dpkg-query -W libjs-lunr"),
}
AUTHORS = "Organization: The libvmmetrics authors"
SPDX = re.compile(rb"SPDX-License-Identifier: ([\w.-]+)")


def other(name):
    supplier, license_id, command = OTHERS[name]
    said = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    version = re.search(r"\d+(?:\.\d+)+", said.stdout + said.stderr)
    if not version:
        return None
    return {"SPDXID": f"SPDXRef-{name}", "name": name, "versionInfo": version[0], "supplier": supplier,
            "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": license_id, "licenseDeclared": license_id,
            "copyrightText": "NOASSERTION"}


def files_of(archive):
    """The files of an archive as SPDX has them; links have no bytes of their own."""
    with tarfile.open(archive) as tar:
        for number, member in enumerate(member for member in tar if member.isfile()):
            data = tar.extractfile(member).read()
            license_id = SPDX.search(data[:200])
            yield {"SPDXID": f"SPDXRef-File-{number}", "fileName": "./" + member.name.split("/", 1)[1],
                   "checksums": [{"algorithm": "SHA1", "checksumValue": hashlib.sha1(data).hexdigest()},
                                 {"algorithm": "SHA256", "checksumValue": hashlib.sha256(data).hexdigest()}],
                   "licenseConcluded": "MIT", "licenseInfoInFiles": [license_id[1].decode() if license_id else "NOASSERTION"],
                   "copyrightText": "NOASSERTION"}


def package(identifier, path, version, url):
    return {"SPDXID": identifier, "name": path.name, "versionInfo": version, "packageFileName": path.name, "supplier": AUTHORS,
            "downloadLocation": f"{url}/{path.name}" if url else "NOASSERTION", "filesAnalyzed": False,
            "checksums": [{"algorithm": "SHA256", "checksumValue": hashlib.sha256(path.read_bytes()).hexdigest()}],
            "licenseConcluded": "MIT", "licenseDeclared": "MIT", "copyrightText": "Copyright 2026 The libvmmetrics authors"}


def write(archive, contents, output, url, epoch):
    """`contents` says for each file of the release which others it contains."""
    version = re.search(r"-(\d+\.\d+\.\d+)", archive.name)[1]
    files = list(files_of(archive))
    source = package("SPDXRef-Source", archive, version, url)
    sha1s = "".join(sorted(file["checksums"][0]["checksumValue"] for file in files))
    source.update({"name": "libvmmetrics", "filesAnalyzed": True, "primaryPackagePurpose": "SOURCE",
                   "packageVerificationCode": {"packageVerificationCodeValue": hashlib.sha1(sha1s.encode()).hexdigest()},
                   "licenseInfoFromFiles": sorted({name for file in files for name in file["licenseInfoInFiles"]}),
                   "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                                     "referenceLocator": f"pkg:generic/libvmmetrics@{version}"}]})
    packages = [source]
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Source")]
    relations += [("SPDXRef-Source", "CONTAINS", file["SPDXID"]) for file in files]
    others = {name: other(name) for name in sorted({name for names in contents.values() for name in names})}
    for number, path in enumerate(sorted(contents)):
        identifier = f"SPDXRef-Package-{number}"
        packages.append(package(identifier, pathlib.Path(path), version, url))
        relations += [("SPDXRef-DOCUMENT", "DESCRIBES", identifier), ("SPDXRef-Source", "GENERATES", identifier)]
        relations += [(identifier, "STATIC_LINK" if name == "musl" else "CONTAINS", f"SPDXRef-{name}") for name in contents[path] if others[name]]
    packages += filter(None, others.values())
    made = datetime.datetime.fromtimestamp(int(epoch), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    document = {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"libvmmetrics-{version}",
                "documentNamespace": f"https://spdx.org/spdxdocs/libvmmetrics-{version}-" + hashlib.sha256(
                    "".join(one["checksums"][0]["checksumValue"] for one in packages if "checksums" in one).encode()).hexdigest(),
                "creationInfo": {"created": made, "creators": [AUTHORS, "Tool: libvmmetrics-cmake/packaging/sbom.py"]},
                "packages": packages, "files": files,
                "relationships": [{"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": another}
                                  for one, kind, another in relations]}
    output.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return output
