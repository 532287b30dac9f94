using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Cli.Tests.Authorities;
using MyNumber.Jpki.Pdf;
using MyNumber.Jpki.Pdf.Signing;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Xml.Signing;

namespace MyNumber.Cli.Tests.Certificates;

/// <summary>Documents signed with the key of a bench's card.</summary>
internal static class SignedFiles
{
    public const string Content = "an application";

    /// <summary>CMS, attached.</summary>
    public static string Attached(AuthorityBench bench, CmsSigningOptions? message = null) => Signed(bench, signer =>
        bench.Write("attached.p7m", new CmsDocumentSigner(TimeProvider.System).Sign(signer, Encoding.UTF8.GetBytes(Content), message)));

    /// <summary>CMS, detached from the file <c>content.txt</c>.</summary>
    public static string Detached(AuthorityBench bench)
    {
        bench.Write("content.txt", Content);
        return Signed(bench, signer => bench.Write("detached.p7s", new CmsDocumentSigner(TimeProvider.System).SignDigest(signer, SHA256.HashData(Encoding.UTF8.GetBytes(Content)))));
    }

    /// <summary>XML with an enveloped signature, root element <c>form</c>.</summary>
    public static string Xml(AuthorityBench bench, string space = "") => Signed(bench, signer =>
        bench.Write("form.xml", XmlDocumentSigner.SignEnveloped(signer, Encoding.UTF8.GetBytes($"<form xmlns=\"{space}\"><name>x</name></form>"))));

    /// <summary>PDF, signed once or more.</summary>
    public static string Pdf(AuthorityBench bench, int times = 1, CmsSigningOptions? message = null, int reserved = 0) => Signed(bench, signer =>
    {
        byte[] file = BlankPdf();
        for (int i = 0; i < times; i++)
        {
            file = new PdfDocumentSigner(TimeProvider.System).Sign(signer, file, new PdfSigningOptions { Message = message ?? CmsSigningOptions.Default, ReservedLength = reserved });
        }

        return bench.Write("signed.pdf", file);
    });

    /// <summary>A page with nothing on it and no signature.</summary>
    public static byte[] BlankPdf()
    {
        string[] objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"];
        string text = "%PDF-1.7\n", rows = "0000000000 65535 f \n";
        for (int i = 0; i < objects.Length; i++)
        {
            rows += string.Create(CultureInfo.InvariantCulture, $"{text.Length:D10} 00000 n \n");
            text += string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text}xref\n0 4\n{rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{text.Length}\n%%EOF\n"));
    }

    private static string Signed(AuthorityBench bench, Func<SignerCredential, string> sign)
    {
        using RSA key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(bench.At("card", "sign-key.pem")));
        return sign(SignerCredential.Create(File.ReadAllBytes(bench.Signature), key));
    }
}
