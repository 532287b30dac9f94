using System.Security.Cryptography;
using System.Text;
using MyNumber.Cli.Tests.Authorities;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Cms;
using MyNumber.Jpki.Xml.Signing;

namespace MyNumber.Cli.Tests.Certificates;

/// <summary>Documents signed with the key of a bench's card.</summary>
internal static class SignedFiles
{
    public const string Content = "an application";

    /// <summary>CMS, attached.</summary>
    public static string Attached(AuthorityBench bench) => Signed(bench, signer =>
        bench.Write("attached.p7m", new CmsDocumentSigner(TimeProvider.System).Sign(signer, Encoding.UTF8.GetBytes(Content))));

    /// <summary>CMS, detached from the file <c>content.txt</c>.</summary>
    public static string Detached(AuthorityBench bench)
    {
        bench.Write("content.txt", Content);
        return Signed(bench, signer => bench.Write("detached.p7s", new CmsDocumentSigner(TimeProvider.System).SignDigest(signer, SHA256.HashData(Encoding.UTF8.GetBytes(Content)))));
    }

    /// <summary>XML with an enveloped signature, root element <c>form</c>.</summary>
    public static string Xml(AuthorityBench bench) => Signed(bench, signer =>
        bench.Write("form.xml", XmlDocumentSigner.SignEnveloped(signer, "<form><name>x</name></form>"u8)));

    private static string Signed(AuthorityBench bench, Func<SignerCredential, string> sign)
    {
        using RSA key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(bench.At("card", "sign-key.pem")));
        return sign(SignerCredential.Create(File.ReadAllBytes(bench.Signature), key));
    }
}
