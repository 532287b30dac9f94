using System.Security.Cryptography;
using System.Text;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Numbering;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.People;
using MyNumber.Testing.Keys;

namespace MyNumber.CardFuzz.Emulator;

/// <summary>A card whose every personal value is drawn, with what a terminal would have to know about it.</summary>
public sealed class FuzzCard : IDisposable
{
    private static readonly RSA[] _keys = [LabKeyPool.Load(0), LabKeyPool.Load(1)];

    private readonly Dictionary<CardSecrets, byte[]> _secrets = [];

    public FuzzCard(FuzzRandom random, EmulatedCardOptions options, CardProfile? profile = null)
    {
        long eleven = (long)(random.Next() % 100_000_000_000);
        string number = $"{(eleven * 10) + IndividualNumberCheckDigit.Compute(eleven):D12}";
        BirthDate birth = new(new DateOnly(1955, 1, 1).AddDays(random.Below(12_000)));
        CardFace face = new("40000" + random.Digits(10), "13101", new DateOnly(2034, 1, 1).AddDays(random.Below(365)), random.Digits(4));
        CardPins pins = new("LAB" + random.Digits(13), random.Digits(4), random.Digits(4), random.Digits(4));
        IndividualNumber.TryParse(number, out IndividualNumber parsed);
        FourAttributes attributes = new(Letters(random, 20), Letters(random, 60), birth, Sex.Female);
        CardImages images = new(random.Bytes(300), random.Bytes(500), random.Bytes(2000), random.Bytes(100), random.Bytes(150));
        string freePin = random.Digits(4);
        FreeAreaFile free = new(2, random.Bytes(200), 200);
        FreeAreaFile guarded = new(3, random.Bytes(300), 400, needsPinToRead: true, isWritable: true);
        Card = new EmulatedCardBuilder(new CardPerson(attributes, parsed, pins, face, images))
            .WithProfile(profile ?? CardProfile.IndividualNumberCard)
            .WithOptions(options)
            .WithKey(CardKeyPurpose.UserAuthentication, _keys[0])
            .WithKey(CardKeyPurpose.Signature, _keys[1])
            .WithFreeArea(new FreeAreaSlot(1, "試験市", FreeAreaBasis.Ordinance, "試験条例", new DateOnly(2041, 12, 31), freePin, free, guarded))
            .Build();
        Card.InstallCertificate(CardKeyPurpose.Signature, random.Bytes(1700), random.Bytes(1200));
        Card.InstallCertificate(CardKeyPurpose.UserAuthentication, random.Bytes(1700), random.Bytes(1200));
        Keep(CardSecrets.Login, pins.Reveal(CardPinKind.UserAuthentication)!);
        Keep(CardSecrets.Signature, pins.Reveal(CardPinKind.Signature)!);
        Keep(CardSecrets.InputSupport, pins.Reveal(CardPinKind.InputSupport)!);
        Keep(CardSecrets.Residence, pins.Reveal(CardPinKind.Residence)!);
        Keep(CardSecrets.FreeArea, freePin);
        Keep(CardSecrets.MatchingA, number);
        PublicValue = Encoding.ASCII.GetBytes($"\b{face.Expiry:yyyyMMdd}");
        string day = $"{birth.Year!.Value - (birth.Era == JapaneseEra.Heisei ? 1988 : 1925):D2}{birth.Month:D2}{birth.Day:D2}";
        Keep(CardSecrets.BirthDate, day);
        Keep(CardSecrets.MatchingB, $"{day}{face.Expiry.Year:D4}{face.SecurityCode}");
    }

    public EmulatedCard Card { get; }

    /// <summary>The card's expiry behind its length: in the guarded face, and in the free records of the common application too.</summary>
    public byte[] PublicValue { get; }

    /// <summary>The bytes that a VERIFY must carry.</summary>
    public byte[] Secret(CardSecrets one) => _secrets[one];

    /// <summary>Numbers of the two keys' private halves, which nothing may ever tell.</summary>
    public static IEnumerable<byte[]> PrivateNumbers() => _keys.Select(key => key.ExportParameters(true))
        .SelectMany(key => (byte[][])[key.D!, key.P!, key.Q!, key.DP!, key.DQ!, key.InverseQ!]);

    /// <summary>The public half of the key that a PIN opens.</summary>
    public static RSAParameters PublicKey(CardSecrets pin) => _keys[pin == CardSecrets.Login ? 0 : 1].ExportParameters(false);

    public void Dispose() => Card.Dispose();

    private void Keep(CardSecrets secret, string value) => _secrets[secret] = Encoding.ASCII.GetBytes(value);

    private static string Letters(FuzzRandom random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (char)(0x4E00 + random.Below(0x5000))));
}
