using System.Formats.Asn1;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Linting;

/// <summary>A certificate as it stands, right or wrong: each part where RFC 5280 §4.1 puts it, or nothing.</summary>
internal sealed class CertificateView
{
    private CertificateView(DerElement? root)
    {
        Root = root;
        ToBeSigned = root?[0];
        int at = ToBeSigned?[0]?.IsContext(0) == true ? 1 : 0;
        Version = at == 1 ? ToBeSigned![0]![0] : null;
        Serial = ToBeSigned?[at];
        InnerAlgorithm = ToBeSigned?[at + 1];
        Issuer = ToBeSigned?[at + 2];
        NotBefore = ToBeSigned?[at + 3]?[0];
        NotAfter = ToBeSigned?[at + 3]?[1];
        Subject = ToBeSigned?[at + 4];
        PublicKey = ToBeSigned?[at + 5];
        OuterAlgorithm = root?[1];
        Extensions = ExtensionView.ReadList(ToBeSigned?.Children?.Find(child => child.IsContext(3))?[0]);
    }

    public DerElement? Root { get; }

    public DerElement? ToBeSigned { get; }

    public DerElement? Version { get; }

    public DerElement? Serial { get; }

    public DerElement? InnerAlgorithm { get; }

    public DerElement? OuterAlgorithm { get; }

    public DerElement? Issuer { get; }

    public DerElement? NotBefore { get; }

    public DerElement? NotAfter { get; }

    public DerElement? Subject { get; }

    public DerElement? PublicKey { get; }

    public List<ExtensionView> Extensions { get; }

    /// <summary>What the strict reader makes of the bytes; <see langword="null"/> when it refuses.</summary>
    public JpkiCertificate? Certificate { get; private init; }

    public CertificatePart Flaw { get; private init; }

    public ExtensionView? Find(string oid) => Extensions.Find(extension => extension.Oid == oid);

    public static CertificateView Read(ReadOnlyMemory<byte> der)
    {
        JpkiCertificate.TryParse(der.Span, out JpkiCertificate? certificate, out CertificatePart flaw);
        DerElement? root = der.Length <= JpkiCertificate.MaximumLength ? DerElement.ReadOne(der, 0) : null;
        return new CertificateView(root?.Is(UniversalTagNumber.Sequence) == true ? root : null) { Certificate = certificate, Flaw = flaw };
    }
}
