"""Signs a PDF by ISO 32000-1, 12.8: a detached CMS signature over everything but itself."""
import io
import pathlib
import re
import subprocess

import pikepdf

ROOM = 6000  # bytes for the signature


def signed(pdf, page, form, rectangle, options, folder):
    """The bytes of `pdf` with a signature whose note `form` shows in `rectangle` of `page`."""
    field = pdf.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, F=132,
        T="Signature1", Rect=rectangle, P=page.obj, AP=pikepdf.Dictionary(N=form),
        V=pdf.make_indirect(pikepdf.Dictionary(
            Type=pikepdf.Name.Sig, Filter=pikepdf.Name("/Adobe.PPKLite"),
            SubFilter=pikepdf.Name("/adbe.pkcs7.detached"), Name=options["signer"],
            M=options["time"], ByteRange=[0, 10**9, 10**9, 10**9],
            Contents=pikepdf.String(b"\0" * ROOM)))))
    page.Annots = pikepdf.Array([*page.get("/Annots", []), field])
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field], SigFlags=3)
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return filled(out.getvalue(), options["signer"], pathlib.Path(folder))


def filled(data, signer, folder):
    hole = re.search(rb"/Contents <0{%d}>" % (2 * ROOM), data)
    start, end = hole.start() + len(b"/Contents "), hole.end()
    ranges = f"[ 0 {start} {end} {len(data) - end} ]".encode()
    empty = re.search(rb"\[ ?0 1000000000 1000000000 1000000000 ?\]", data)
    data = data[:empty.start()] + ranges.ljust(len(empty.group())) + data[empty.end():]
    cms = signature_of(data[:start] + data[end:], signer, folder)
    return data[:start] + b"<" + cms.hex().encode().ljust(2 * ROOM, b"0") + b">" + data[end:]


def signature_of(data, signer, folder):
    key, certificate, body = folder / "key.pem", folder / "cert.pem", folder / "signed.bin"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650",
                    "-utf8", "-subj", f"/C=VN/CN={signer}", "-keyout", str(key), "-out",
                    str(certificate)], check=True, capture_output=True)
    body.write_bytes(data)
    return subprocess.run(["openssl", "cms", "-sign", "-binary", "-in", str(body), "-signer",
                           str(certificate), "-inkey", str(key), "-outform", "DER", "-md",
                           "sha256", "-noattr"], check=True, capture_output=True).stdout
