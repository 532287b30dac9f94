using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Applications.WholeCard;

/// <summary>A kind of thing that carries JPKI keys: a row of data, with what a program may expect of it.</summary>
/// <remarks>Immutable and thread safe. Source: project research notes; each row has its confidence.</remarks>
public sealed class CardTokenKind
{
    private static readonly CardApplicationId[] OfPlastic =
        [CardApplicationId.Jpki, CardApplicationId.InputSupport, CardApplicationId.Surface, CardApplicationId.Residence, CardApplicationId.Common];

    private CardTokenKind(string name, string japaneseName, string? label, CardApplicationId[] applications, FactConfidence confidence)
    {
        Name = name;
        JapaneseName = japaneseName;
        Label = label;
        Applications = applications;
        Confidence = confidence;
    }

    /// <summary>個人番号カード with both certificates.</summary>
    public static CardTokenKind IndividualNumberCard { get; } =
        new("Individual Number Card", "個人番号カード", JpkiTokenLabel.IndividualNumberCard, OfPlastic, FactConfidence.Confirmed);

    /// <summary>個人番号カード with the user-authentication certificate alone, as a child under 15 normally has. Known by EF 0008; its meaning has one source. A card
    /// without any certificate is the usual kind: its holder asked for none.</summary>
    public static CardTokenKind WithoutSignatureCertificate { get; } =
        new("Individual Number Card without signature certificate", "個人番号カード (署名用電子証明書なし)", JpkiTokenLabel.IndividualNumberCard, OfPlastic, FactConfidence.OneSource);

    /// <summary>顔認証マイナンバーカード: a card for which no PIN was set. How it looks to a program is not known; the library assumes that each of the holder's PINs is absent
    /// or has no try, which a card with every PIN blocked looks like too.</summary>
    public static CardTokenKind WithoutPins { get; } =
        new("Individual Number Card without PINs", "顔認証マイナンバーカード", JpkiTokenLabel.IndividualNumberCard, OfPlastic, FactConfidence.Assumed)
        {
            HolderHasPins = false,
        };

    /// <summary>スマホ用電子証明書 in an Android phone: JPKI alone, and the user-authentication certificate needs its PIN.</summary>
    public static CardTokenKind Android { get; } =
        new("Android phone", "スマホ用電子証明書 (Android)", JpkiTokenLabel.Android, [CardApplicationId.Jpki], FactConfidence.Confirmed)
        {
            UserAuthenticationCertificateNeedsPin = true,
        };

    /// <summary>スマホ用電子証明書 in an iPhone. The label has two sources; that it carries JPKI alone and guards the certificate as an Android phone does is assumed.</summary>
    public static CardTokenKind IPhone { get; } =
        new("iPhone", "スマホ用電子証明書 (iPhone)", JpkiTokenLabel.IPhone, [CardApplicationId.Jpki], FactConfidence.Assumed)
        {
            UserAuthenticationCertificateNeedsPin = true,
        };

    /// <summary>住民基本台帳カード, no longer issued. The label has two sources; that it has JPKI and none of the newer applications is assumed.</summary>
    public static CardTokenKind ResidentCard { get; } =
        new("old resident card", "住民基本台帳カード", JpkiTokenLabel.ResidentCard, [CardApplicationId.Jpki], FactConfidence.Assumed);

    /// <summary>Anything else.</summary>
    public static CardTokenKind Unknown { get; } = new("unknown", "不明", null, [], FactConfidence.Assumed);

    /// <summary>All kinds but <see cref="Unknown"/>.</summary>
    public static IReadOnlyList<CardTokenKind> All { get; } = [IndividualNumberCard, WithoutSignatureCertificate, WithoutPins, Android, IPhone, ResidentCard];

    /// <summary>A name for people and messages.</summary>
    public string Name { get; }

    /// <summary>The same in Japanese.</summary>
    public string JapaneseName { get; }

    /// <summary>The label in EF 0006, see <see cref="JpkiTokenLabel"/>.</summary>
    public string? Label { get; }

    /// <summary>The applications to expect.</summary>
    public IReadOnlyList<CardApplicationId> Applications { get; }

    /// <summary>Whether EF 000A is behind PIN 0018; it is free on a plastic card.</summary>
    public bool UserAuthenticationCertificateNeedsPin { get; private init; }

    /// <summary>Whether the holder set PINs.</summary>
    public bool HolderHasPins { get; private init; } = true;

    /// <summary>How well the row is known.</summary>
    public FactConfidence Confidence { get; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
