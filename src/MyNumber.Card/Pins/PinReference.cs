using MyNumber.Card.Apdu;

namespace MyNumber.Card.Pins;

/// <summary>One PIN of one application: where it is and what form it has. A row of data.</summary>
/// <remarks>Immutable and thread safe. Sources: project research notes on the card, tables of files and PINs. The four PINs of the holder have six or more sources each
/// (the residence PIN three), the matching numbers four, the birth-date key two. Mind the swap: the matching numbers A and B are 0014 and 0015 in the input-support
/// application, 0013 and 0012 in the surface application.</remarks>
public sealed class PinReference
{
    /// <summary>Describes a PIN.</summary>
    /// <param name="name">A name for people and messages; nothing secret.</param>
    /// <param name="file">The PIN's file in its application.</param>
    /// <param name="policy">The form that it has.</param>
    /// <param name="application">Its application, when the description is meant for one.</param>
    /// <exception cref="ArgumentNullException">Name or policy is null.</exception>
    public PinReference(string name, CardFileId file, PinPolicy policy, CardApplicationId? application = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(policy);
        Name = name;
        File = file;
        Policy = policy;
        Application = application;
    }

    /// <summary>利用者証明用電子証明書の暗証番号: JPKI 0018, four digits, 3 tries.</summary>
    public static PinReference UserAuthentication { get; } = new("user-authentication PIN", new CardFileId(0x0018), PinPolicy.FourDigits, CardApplicationId.Jpki);

    /// <summary>署名用電子証明書の暗証番号 (パスワード): JPKI 001B, 6–16 characters, 5 tries.</summary>
    public static PinReference Signature { get; } = new("signature password", new CardFileId(0x001B), PinPolicy.SignaturePassword, CardApplicationId.Jpki);

    /// <summary>券面事項入力補助用暗証番号: input support 0011, four digits, 3 tries.</summary>
    public static PinReference InputSupport { get; } = new("input-support PIN", new CardFileId(0x0011), PinPolicy.FourDigits, CardApplicationId.InputSupport);

    /// <summary>照合番号A in the input-support application: 0014, twelve digits; 10 tries by most sources, 3 by one.</summary>
    public static PinReference InputSupportMatchingA { get; } =
        new("matching number A (input support)", new CardFileId(0x0014), PinPolicy.TwelveDigits, CardApplicationId.InputSupport);

    /// <summary>照合番号B in the input-support application: 0015, fourteen digits; tries as for A.</summary>
    public static PinReference InputSupportMatchingB { get; } =
        new("matching number B (input support)", new CardFileId(0x0015), PinPolicy.FourteenDigits, CardApplicationId.InputSupport);

    /// <summary>照合番号A in the surface application: 0013, twelve digits.</summary>
    public static PinReference SurfaceMatchingA { get; } =
        new("matching number A (surface)", new CardFileId(0x0013), PinPolicy.TwelveDigits, CardApplicationId.Surface);

    /// <summary>照合番号B in the surface application: 0012, fourteen digits.</summary>
    public static PinReference SurfaceMatchingB { get; } =
        new("matching number B (surface)", new CardFileId(0x0012), PinPolicy.FourteenDigits, CardApplicationId.Surface);

    /// <summary>生年月日 in the surface application: 0011, six digits 和暦 YYMMDD; its tries are not known.</summary>
    public static PinReference SurfaceBirthDate { get; } = new("birth-date key", new CardFileId(0x0011), PinPolicy.SixDigits, CardApplicationId.Surface);

    /// <summary>住民基本台帳用暗証番号, the half in the common application: 001C, four digits, 3 tries.</summary>
    public static PinReference CommonResidence { get; } = new("residence PIN (common)", new CardFileId(0x001C), PinPolicy.FourDigits, CardApplicationId.Common);

    /// <summary>住民基本台帳用暗証番号, the half in the residence application: 001C, four digits, 3 tries.</summary>
    public static PinReference Residence { get; } = new("residence PIN (residence)", new CardFileId(0x001C), PinPolicy.FourDigits, CardApplicationId.Residence);

    /// <summary>All references of an Individual Number Card whose meaning is known, grouped by application. Input support 0012 is left out: it is blocked on every card.</summary>
    public static IReadOnlyList<PinReference> All { get; } =
    [
        UserAuthentication, Signature, InputSupport, InputSupportMatchingA, InputSupportMatchingB,
        SurfaceMatchingA, SurfaceMatchingB, SurfaceBirthDate, CommonResidence, Residence,
    ];

    /// <summary>A name for people and messages.</summary>
    public string Name { get; }

    /// <summary>The PIN's file.</summary>
    public CardFileId File { get; }

    /// <summary>The form that the PIN has.</summary>
    public PinPolicy Policy { get; }

    /// <summary>The application that the PIN is in, or <see langword="null"/> when the description does not say.</summary>
    public CardApplicationId? Application { get; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
