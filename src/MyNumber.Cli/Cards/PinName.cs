using MyNumber.Card.Pins;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>A reference of the card (照合の対象) as the tool names it.</summary>
/// <param name="Name">In arguments and JSON.</param>
/// <param name="English">For people.</param>
/// <param name="Japanese">For people.</param>
/// <param name="Reference">Where the card keeps it.</param>
internal sealed record PinName(string Name, string English, string Japanese, PinReference Reference)
{
    public static PinName Authentication { get; } = new("authentication", "user authentication PIN", "利用者証明用電子証明書の暗証番号", PinReference.UserAuthentication);

    public static PinName Signature { get; } = new("signature", "signature password", "署名用電子証明書の暗証番号", PinReference.Signature);

    public static PinName InputSupport { get; } = new("input-support", "input-support PIN", "券面事項入力補助用の暗証番号", PinReference.InputSupport);

    public static PinName MatchingA { get; } = new("matching-a", "matching number A (input support)", "照合番号A (入力補助)", PinReference.InputSupportMatchingA);

    public static PinName MatchingB { get; } = new("matching-b", "matching number B (input support)", "照合番号B (入力補助)", PinReference.InputSupportMatchingB);

    public static PinName SurfaceMatchingA { get; } = new("surface-matching-a", "matching number A (surface)", "照合番号A (券面)", PinReference.SurfaceMatchingA);

    public static PinName SurfaceMatchingB { get; } = new("surface-matching-b", "matching number B (surface)", "照合番号B (券面)", PinReference.SurfaceMatchingB);

    public static PinName BirthDate { get; } = new("birth-date", "birth date (surface)", "生年月日 (券面)", PinReference.SurfaceBirthDate);

    public static PinName CommonResidence { get; } = new("common-residence", "residence PIN (common)", "住民基本台帳用の暗証番号 (共通)", PinReference.CommonResidence);

    public static PinName Residence { get; } = new("residence", "residence PIN", "住民基本台帳用の暗証番号", PinReference.Residence);

    /// <summary>Half of the residence PIN as something to change: <see cref="Residence"/> stands for both there.</summary>
    public static PinName ResidenceHalf { get; } = new("residence-application", "residence PIN (residence application only)", "住民基本台帳用の暗証番号 (住基のみ)", PinReference.Residence);

    /// <summary>All references of a card.</summary>
    public static IReadOnlyList<PinName> All { get; } =
        [Authentication, Signature, InputSupport, MatchingA, MatchingB, SurfaceMatchingA, SurfaceMatchingB, BirthDate, CommonResidence, Residence];

    /// <summary>Those that the holder chose and may change.</summary>
    public static IReadOnlyList<PinName> OfHolder { get; } = [Authentication, Signature, InputSupport, Residence];

    /// <summary>Those that can be changed: the holder's, and the halves of the residence PIN, for a card on which they have come apart.</summary>
    public static IReadOnlyList<PinName> Changeable { get; } = [.. OfHolder, CommonResidence, ResidenceHalf];

    public string In(Language language) => language.Pick(English, Japanese);
}
