using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;

namespace MyNumber.Card.Applications.Jpki;

/// <summary>One of the two keys of the JPKI application with its certificate, its CA's certificate and its PIN. A row of data.</summary>
/// <remarks>Immutable and thread safe. Source: project research notes on the card, table of the application's files (six or more sources each).</remarks>
public sealed class JpkiKey
{
    private JpkiKey(string name, ushort certificate, ushort authorityCertificate, ushort key, PinReference pin)
    {
        Name = name;
        CertificateFile = new CardFileId(certificate);
        AuthorityCertificateFile = new CardFileId(authorityCertificate);
        KeyFile = new CardFileId(key);
        Pin = pin;
    }

    /// <summary>利用者証明用: certificate 000A (free to read), CA 000B, key 0017, PIN 0018.</summary>
    public static JpkiKey UserAuthentication { get; } = new("user authentication", 0x000A, 0x000B, 0x0017, PinReference.UserAuthentication);

    /// <summary>署名用: certificate 0001 (read only after the password, because it holds the four attributes), CA 0002, key 001A, password 001B.</summary>
    public static JpkiKey Signature { get; } = new("digital signature", 0x0001, 0x0002, 0x001A, PinReference.Signature);

    /// <summary>A name for people and messages.</summary>
    public string Name { get; }

    /// <summary>The holder's certificate (電子証明書).</summary>
    public CardFileId CertificateFile { get; }

    /// <summary>The certificate of the CA that issued it. It comes from the same card, so it is no trust anchor.</summary>
    public CardFileId AuthorityCertificateFile { get; }

    /// <summary>The private key (秘密鍵), RSA-2048.</summary>
    public CardFileId KeyFile { get; }

    /// <summary>The PIN that opens the key.</summary>
    public PinReference Pin { get; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
