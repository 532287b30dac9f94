using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Certificates;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles.Json;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>The lab's issuing side of card data: three roots of card-verifiable certificates and one municipality key that they certify. Its anchors are what a client
/// trusts; nothing that it signs verifies under a real key.</summary>
/// <remarks>Identifiers begin with 6, the test hierarchy (§4.7). The default keys are committed and everybody has them: they protect nothing. Thread safe.</remarks>
public sealed class LabCardAuthority : IDisposable
{
    private const string InputSupportName = "6000033/001";
    private const string SurfaceName = "6000023/001";
    private const string RootName = "6000020/001";
    private const string IntermediateName = "6000021/001";

    private readonly CardKey _inputSupport;
    private readonly CardKey _surface;
    private readonly CardKey _root;
    private readonly CardKey _intermediate;
    private readonly CardKey _municipality;
    private readonly SignatureMemory _memory = new();

    /// <summary>Makes an authority with given keys.</summary>
    /// <param name="keys">Five RSA-2048 keys with public exponent 65537; copied, they stay the caller's.</param>
    /// <exception cref="ArgumentNullException"><paramref name="keys"/> is null.</exception>
    /// <exception cref="ArgumentException">A key is not RSA-2048 with exponent 65537, or cannot be copied.</exception>
    public LabCardAuthority(LabCardAuthorityKeys keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _inputSupport = CardKey.CopyOf(keys.InputSupport);
        _surface = CardKey.CopyOf(keys.Surface);
        _root = CardKey.CopyOf(keys.Root);
        _intermediate = CardKey.CopyOf(keys.Intermediate);
        _municipality = CardKey.CopyOf(keys.Municipality);
    }

    /// <summary>The authority with the committed lab keys, the same in every process. Do not dispose it.</summary>
    public static LabCardAuthority Default { get; } = LoadDefault();

    /// <summary>Root over the certificates of the input-support application (EF 0004 there), 6000033/001.</summary>
    public CardTrustAnchor InputSupportAnchor => new(CardAnchorPurpose.InputSupport, CardKeyId.Of(6000033, 1), new CardPublicKey(_inputSupport.Modulus));

    /// <summary>Root over the certificates of the surface application (EF 0004 there), 6000023/001.</summary>
    public CardTrustAnchor SurfaceAnchor => new(CardAnchorPurpose.Surface, CardKeyId.Of(6000023, 1), new CardPublicKey(_surface.Modulus));

    /// <summary>Root over the chain that the card manager gives out by GET DATA, 6000020/001.</summary>
    public CardTrustAnchor CardManagerAnchor => new(CardAnchorPurpose.CardManager, CardKeyId.Of(6000020, 1), new CardPublicKey(_root.Modulus));

    /// <summary>All three roots, for a client that trusts this lab.</summary>
    public CardTrustAnchors Anchors => new(InputSupportAnchor, SurfaceAnchor, CardManagerAnchor);

    internal static byte[] RootId => CardKeyEncoding.Id(RootName);

    internal static byte[] IntermediateId => CardKeyEncoding.Id(IntermediateName);

    /// <summary>Releases the copies of the keys.</summary>
    public void Dispose()
    {
        foreach (CardKey key in (CardKey[])[_inputSupport, _surface, _root, _intermediate, _municipality])
        {
            key.Dispose();
        }
    }

    /// <summary>The municipality's certificate in EF 0004 of the input-support application, 568 bytes.</summary>
    internal byte[] CertifyForInputSupport(string municipality) =>
        CardTlv.Encode(0x7F21, Certify(_inputSupport, InputSupportName, MunicipalityName(municipality), _municipality));

    /// <summary>The municipality's certificate in EF 0004 of the surface application, 568 bytes.</summary>
    internal byte[] CertifyForSurface(string municipality) =>
        CardTlv.Encode(0x7F21, Certify(_surface, SurfaceName, MunicipalityName(municipality), _municipality));

    /// <summary>The chain's upper certificate: only the content, without the header of 7F21 (§3.6).</summary>
    internal byte[] CertifyIntermediate() => Certify(_root, RootName, IntermediateName, _intermediate);

    /// <summary>The chain's lower certificate, with its header.</summary>
    internal byte[] CertifyMunicipality(string municipality) =>
        CardTlv.Encode(0x7F21, Certify(_intermediate, IntermediateName, MunicipalityName(municipality), _municipality));

    /// <summary>PKCS#1 v1.5 with SHA-256, as the issuing municipality.</summary>
    internal byte[] SignAsMunicipality(byte[] data) => Sign(_municipality, data);

    /// <summary>PKCS#1 v1.5 padding around a block that is signed as it stands.</summary>
    internal byte[] SignBlockAsMunicipality(byte[] block) => _memory.Of(_municipality, block, static (key, bytes, signature) => key.Sign(bytes, signature));

    private byte[] Certify(CardKey issuer, string issuerName, string subjectName, CardKey subject)
    {
        byte[] body = [.. CardKeyEncoding.Id(issuerName), .. CardKeyEncoding.Id(subjectName), .. CardKeyEncoding.PublicKey(subject.Modulus)];
        return CardKeyEncoding.CertificateContent(body, Sign(issuer, body));
    }

    private byte[] Sign(CardKey key, byte[] data) =>
        _memory.Of(key, data, static (signer, bytes, signature) => signer.SignHash(SHA256.HashData(bytes), signature));

    // Such as 1310100/000 for the municipality 13101; how real codes end is not known.
    private static string MunicipalityName(string code) => string.Create(CultureInfo.InvariantCulture, $"{code}00/000");

    private static LabCardAuthority LoadDefault()
    {
        using RSA inputSupport = LabKey("input-support-authority"), surface = LabKey("surface-authority"), root = LabKey("root-authority");
        using RSA intermediate = LabKey("intermediate-authority"), municipality = LabKey("municipality");
        return new LabCardAuthority(new LabCardAuthorityKeys(inputSupport, surface, root, intermediate, municipality));
    }

    /// <summary>A committed lab key; the caller disposes it.</summary>
    internal static RSA LabKey(string name)
    {
        RSA key = RSA.Create();
        key.ImportFromPem(Encoding.ASCII.GetString(EmbeddedFile.Read($"lab-card-key-{name}.pem")));
        return key;
    }
}
