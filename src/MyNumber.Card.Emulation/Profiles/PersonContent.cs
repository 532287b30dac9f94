using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Emulation.Objects;

namespace MyNumber.Card.Emulation.Profiles;

/// <summary>Personalises a card: contents, secrets and keys of one person under one authority.</summary>
/// <param name="person">The person.</param>
/// <param name="authority">Who signs the card's data.</param>
/// <param name="tokenLabel">Label of the token information.</param>
/// <param name="keys">Given keys; a JPKI key that is not given is generated, another is the committed lab key.</param>
/// <param name="matchingNumberTries">Tries of matching numbers.</param>
/// <param name="birthDateTries">Tries of the birth date.</param>
internal sealed class PersonContent(
    CardPerson person, LabCardAuthority authority, string tokenLabel, IReadOnlyDictionary<CardKeyPurpose, RSA> keys, int matchingNumberTries, int birthDateTries)
    : ICardContent
{
    private readonly Dictionary<CardKeyPurpose, byte[]> _moduli = [];

    public int Tries(FileDefinition file) =>
        file.Tries ?? (string.Equals(file.Secret, SecretNames.BirthDate, StringComparison.Ordinal) ? birthDateTries : matchingNumberTries);

    public CardKey Key(CardKeyPurpose purpose)
    {
        CardKey key = MakeKey(purpose);
        _moduli[purpose] = key.Modulus.ToArray();
        return key;
    }

    public byte[] Content(string path, string name, byte[] fixedBytes) => name switch
    {
        ContentNames.SignatureCertificate or ContentNames.SignatureCaCertificate => [],
        ContentNames.AuthenticationCertificate or ContentNames.AuthenticationCaCertificate => [],
        ContentNames.Blank => [],
        ContentNames.CertificatePresence => [0x00, 0x00, 0x00],
        ContentNames.TokenInfo => TokenInfo.Encode(tokenLabel),
        ContentNames.IndividualNumber => InputSupportContent.Number(person.Number),
        ContentNames.FourAttributes => InputSupportContent.Attributes(person.Attributes),
        ContentNames.Integrity => InputSupportContent.Integrity(person, authority),
        ContentNames.InputSupportCertificate => authority.CertifyForInputSupport(person.Face.MunicipalityCode),
        ContentNames.SessionTransportKey => InputSupportContent.SessionTransportKey(Modulus(CardKeyPurpose.SessionTransport, path)),
        ContentNames.SignedPublicKey => InputSupportContent.SignedPublicKey(Modulus(CardKeyPurpose.InputSupport, path), authority),
        ContentNames.AgeRecord => SurfaceContent.AgeRecord(person, Modulus(CardKeyPurpose.Surface, path), authority),
        ContentNames.CardFace => SurfaceContent.Face(person, Modulus(CardKeyPurpose.Surface, path), authority),
        ContentNames.SurfaceInformation => SurfaceContent.Information(person),
        ContentNames.SurfaceCertificate => authority.CertifyForSurface(person.Face.MunicipalityCode),
        ContentNames.NumberImage => SurfaceContent.NumberImage(person, Modulus(CardKeyPurpose.Surface, path), authority),
        ContentNames.CardRecord => [0x01, 0x1C, .. Ascii(person.Face.SerialNumber), .. Ascii(person.Face.MunicipalityCode), .. Ascii(SurfaceContent.ExpiryOf(person))],
        ContentNames.IssuerKeyId or ContentNames.KeyReference => LabCardAuthority.RootId,
        ContentNames.SerialNumber => Ascii(person.Face.SerialNumber),
        ContentNames.MunicipalityCode => Ascii(person.Face.MunicipalityCode),
        ContentNames.Expiry => Ascii(SurfaceContent.ExpiryOf(person)),
        ContentNames.IntermediateKeyId => LabCardAuthority.IntermediateId,
        ContentNames.IntermediateCertificate => authority.CertifyIntermediate(),
        ContentNames.MunicipalityCertificate => authority.CertifyMunicipality(person.Face.MunicipalityCode),
        ContentNames.Fixed => fixedBytes,
        _ => throw new InvalidOperationException($"The content of {path} is not known."),
    };

    public byte[] Secret(FileDefinition file) => file.Secret switch
    {
        SecretNames.Signature => Pin(CardPinKind.Signature, file),
        SecretNames.UserAuthentication => Pin(CardPinKind.UserAuthentication, file),
        SecretNames.Residence when person.Pins.Reveal(CardPinKind.Residence) is null => [],
        SecretNames.Residence => Pin(CardPinKind.Residence, file),
        SecretNames.InputSupport => Pin(CardPinKind.InputSupport, file),
        SecretNames.MatchingNumberA => MatchingNumbers.A(person),
        SecretNames.MatchingNumberB => MatchingNumbers.B(person),
        SecretNames.BirthDate => MatchingNumbers.BirthDate(person),
        SecretNames.None => [],
        _ => throw new InvalidOperationException($"The secret of {file.Path} is not known."),
    };

    private CardKey MakeKey(CardKeyPurpose purpose)
    {
        if (keys.TryGetValue(purpose, out RSA? given))
        {
            return CardKey.CopyOf(given);
        }

        string? lab = purpose switch
        {
            CardKeyPurpose.InputSupport => "input-support-card",
            CardKeyPurpose.Surface => "surface-card",
            CardKeyPurpose.Common => "common-card",
            CardKeyPurpose.SessionTransport => "session-transport",
            _ => null,
        };
        if (lab is null)
        {
            return CardKey.Generate();
        }

        using RSA key = LabCardAuthority.LabKey(lab);
        return CardKey.CopyOf(key);
    }

    private byte[] Modulus(CardKeyPurpose purpose, string path) =>
        _moduli.TryGetValue(purpose, out byte[]? modulus) ? modulus : throw new InvalidOperationException($"The key that {path} tells is not on this kind of card.");

    private byte[] Pin(CardPinKind kind, FileDefinition file) =>
        Ascii(person.Pins.Reveal(kind) ?? throw new InvalidOperationException($"The person has not set the PIN of {file.Path}."));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
