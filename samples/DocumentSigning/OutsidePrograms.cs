using System.Security.Cryptography;
using MyNumber.Jpki;
using MyNumber.Jpki.Authority.Timestamps;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Signatures;
using MyNumber.Testing;

namespace DocumentSigning;

/// <summary>How xmlsec1, pdfsig and openssl are asked. They pin the lab's anchors, which nobody else trusts.</summary>
internal sealed class OutsidePrograms
{
    private readonly WorkFolder _folder;
    private readonly string _anchor;
    private readonly string _timeAnchor;
    private readonly string? _store;

    public OutsidePrograms(LabWorld world, TimestampAuthority time, WorkFolder folder)
    {
        _folder = folder;
        _anchor = Pem(KeptFiles.Anchor, world.Authority.Of(CertificatePurpose.Signature).Current.Certificate);
        _timeAnchor = Pem(KeptFiles.TimeAnchor, time.Anchor);
        _store = MakeStore();
    }

    public OutsideCheck XmlSec => new("xmlsec1", "xmlsec1", (document, _) =>
    [
        "--verify", "--trusted-pem", _anchor, "--enabled-key-data", "x509", "--id-attr:ID", Papers.ApplicationSpace + ":構成情報", document,
    ]);

    public OutsideCheck OpenSslCms => new("openssl cms", "openssl", (document, content) =>
    [
        "cms", "-verify", "-binary", "-cades", "-inform", "DER", "-in", document, "-CAfile", _anchor, "-purpose", "any", "-out", _folder.Scratch("openssl.out"), .. content is null ? (string[])[] : ["-content", content],
    ]);

    /// <summary>The token by itself, over the signature value by itself.</summary>
    public OutsideCheck OpenSslTimestamp => new("openssl ts", "openssl", (document, _) =>
    {
        string name = Path.GetFileNameWithoutExtension(document);
        (string token, string value) = ($"{name}.tst", $"{name}.value");
        CmsSignerInfo? signer = CmsSignedDocument.TryParse(File.ReadAllBytes(document), out CmsSignedDocument? read, out VerificationReason _) ? read.Signers[0] : null;
        _folder.Write(token, signer is { TimestampTokens: [var only] } ? only.Span : []);
        _folder.Write(value, signer is null ? [] : signer.Signature.Span);
        return ["ts", "-verify", "-token_in", "-in", _folder.At(token), "-data", _folder.At(value), "-CAfile", _timeAnchor];
    }, "Verification: OK");

    /// <summary>It judges nothing without a store of NSS, which certutil makes.</summary>
    public OutsideCheck PdfSig => new("pdfsig", _store is null ? "pdfsig (certutil is missing)" : "pdfsig", (document, _) => ["-nssdir", _store!, "-no-ocsp", "-nocert", document], "Signature is Valid");

    private string Pem(string name, ReadOnlyMemory<byte> certificate) =>
        _folder.Write(name, System.Text.Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE", certificate.Span) + "\n"));

    private string? MakeStore()
    {
        if (OutsideCheck.Find("certutil") is not { } certutil || OutsideCheck.Find("pdfsig") is null)
        {
            return null;
        }

        string store = _folder.Scratch("nss");
        Directory.CreateDirectory(store);
        return OutsideCheck.Run(certutil, "-N", "-d", "sql:" + store, "--empty-password").ExitCode == 0 ? store : null;
    }
}
