using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MyNumber.Cli.Tests.Authorities;
using MyNumber.Jpki.Pdf.Verification;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;
using MyNumber.TestKit;
using MyNumber.Testing.Keys;

namespace MyNumber.Cli.Tests.Certificates;

/// <summary>Timestamps by openssl over the file <c>stamped.txt</c>, under a root of their own: <c>time-root.pem</c> with the list <c>time-root.crl</c>.</summary>
internal sealed class StampBench
{
    private const string Policy = "2.25.122616376366132785320021255224901279248.9";

    private readonly AuthorityBench _bench;

    public StampBench(AuthorityBench bench)
    {
        _bench = bench;
        using RSA rootKey = LabKeyPool.Load(20), key = LabKeyPool.Load(21);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        CertificateRequest root = new("CN=Time Root", rootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        X509SubjectKeyIdentifierExtension identifier = new(root.PublicKey, false);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        root.CertificateExtensions.Add(identifier);
        using X509Certificate2 anchor = root.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        X509AuthorityKeyIdentifierExtension issuer = X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(identifier);
        CertificateRequest signer = new("CN=Time Signer", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        signer.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        signer.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], true));
        signer.CertificateExtensions.Add(issuer);
        using X509Certificate2 certificate = signer.Create(anchor, now.AddDays(-1), now.AddDays(29), [7]);
        byte[] list = new CertificateRevocationListBuilder().Build(
            anchor.SubjectName, X509SignatureGenerator.CreateForRSA(rootKey, RSASignaturePadding.Pkcs1), 1, now.AddDays(2), HashAlgorithmName.SHA256, issuer, now.AddMinutes(-5));
        Anchor = bench.Write("time-root.pem", anchor.ExportCertificatePem());
        List = bench.Write("time-root.crl", list);
        Content = bench.Write("stamped.txt", "what was stamped");
        bench.Write("time-signer.pem", certificate.ExportCertificatePem());
        bench.Write("time-key.pem", key.ExportPkcs8PrivateKeyPem());
    }

    public string Anchor { get; }

    public string List { get; }

    public string Content { get; }

    /// <summary>The root and something that is none, in one file.</summary>
    public string Beside(string odd)
    {
        using RSA rootKey = LabKeyPool.Load(20), key = LabKeyPool.Load(21);
        CertificateRequest request = new(odd == "intermediate" ? "CN=Time Intermediate" : "CN=Time Root", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(odd != "leaf", false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        X509SignatureGenerator signer = X509SignatureGenerator.CreateForRSA(odd == "leaf" ? key : rootKey, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 made = request.Create(new X500DistinguishedName("CN=Time Root"), signer, now.AddDays(-1), now.AddDays(29), [9]);
        string root = File.ReadAllText(Anchor);
        return _bench.Write("beside.pem", odd switch
        {
            "text" => "an anchor",
            "damaged" => root + "\n" + root.Replace("MII", "M*I", StringComparison.Ordinal),
            _ => root + "\n" + made.ExportCertificatePem(),
        });
    }

    /// <summary>A signed document with a timestamp over its first signature.</summary>
    public byte[] StampInside(string document)
    {
        CmsSignedDocument.TryParse(File.ReadAllBytes(document), out CmsSignedDocument? read, out _).ShouldBeTrue();
        string token = Stamp(tokenOnly: true, _bench.Write("signature.value", read!.Signers[0].Signature.Span));
        TimestampToken.TryParse(File.ReadAllBytes(token), out TimestampToken? parsed).ShouldBeTrue();
        return SignatureTimestamps.Attach(read, read.Signers[0], parsed!);
    }

    /// <summary>The same with one bit of what the timestamp says it is over changed.</summary>
    public byte[] StampInsideChanged(string document)
    {
        byte[] stamped = StampInside(document);
        CmsSignedDocument.TryParse(stamped, out CmsSignedDocument? read, out _).ShouldBeTrue();
        int place = stamped.AsSpan().IndexOf(SHA256.HashData(read!.Signers[0].Signature.Span));
        stamped[place] ^= 1;
        return stamped;
    }

    /// <summary>A signed PDF file with a timestamp over its signature, in the room that was reserved behind the message.</summary>
    public string StampPdf(string document, bool isChanged)
    {
        byte[] pdf = File.ReadAllBytes(document);
        byte[] message = PdfContents.Read(pdf, out _)!.Signatures[0].Message.ToArray();
        string file = _bench.Write("message.p7s", message), text = Encoding.Latin1.GetString(pdf), old = Convert.ToHexString(message);
        string stamped = Convert.ToHexString(isChanged ? StampInsideChanged(file) : StampInside(file));
        int place = text.IndexOf(old, StringComparison.OrdinalIgnoreCase);
        place.ShouldBePositive();
        text[(place + old.Length)..(place + stamped.Length)].ShouldAllBe(digit => digit == '0');
        return _bench.Write("stamped.pdf", Encoding.Latin1.GetBytes(text[..place] + stamped + text[(place + stamped.Length)..]));
    }

    /// <summary>The authority's whole answer, or the token alone; with certificates of a PEM file beside the authority's where they are given.</summary>
    public string Stamp(bool tokenOnly = false, string? data = null, string? beside = null)
    {
        OutsideProgram openssl = OutsideProgram.Require("openssl", "openssl");
        string settings = string.Create(CultureInfo.InvariantCulture, $"""
            [lab]
            serial = {_bench.Write("serial", "01\n")}
            crypto_device = builtin
            default_policy = {Policy}
            digests = sha256
            signer_digest = sha256
            ess_cert_id_alg = sha256

            """);
        string query = _bench.At("q.tsq"), output = _bench.At(tokenOnly ? "stamp.token" : "stamp.tsr"), configuration = _bench.Write("lab.cnf", settings);
        ProgramOutcome asked = openssl.Run("ts", "-query", "-data", data ?? Content, "-sha256", "-cert", "-out", query);
        asked.ExitCode.ShouldBe(0, asked.All);
        string[] reply = ["ts", "-reply", "-config", configuration, "-section", "lab", "-queryfile", query, "-signer", _bench.At("time-signer.pem"), "-inkey", _bench.At("time-key.pem"), "-out", output, .. (beside is null ? Array.Empty<string>() : ["-chain", beside])];
        ProgramOutcome answered = openssl.Run(tokenOnly ? [.. reply, "-token_out"] : reply);
        answered.ExitCode.ShouldBe(0, answered.All);
        return output;
    }
}
