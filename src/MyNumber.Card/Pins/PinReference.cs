using MyNumber.Card.Apdu;

namespace MyNumber.Card.Pins;

/// <summary>One PIN of one application: where it is and what form it has. A row of data.</summary>
/// <remarks>Immutable and thread safe. Sources: project research notes on the card, tables of files and PINs (six or more sources each).</remarks>
public sealed class PinReference
{
    /// <summary>Describes a PIN.</summary>
    /// <param name="name">A name for people and messages; nothing secret.</param>
    /// <param name="file">The PIN's file in its application.</param>
    /// <param name="policy">The form that it has.</param>
    /// <exception cref="ArgumentNullException">A reference argument is null.</exception>
    public PinReference(string name, CardFileId file, PinPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(policy);
        Name = name;
        File = file;
        Policy = policy;
    }

    /// <summary>利用者証明用電子証明書の暗証番号: JPKI 0018, four digits, 3 tries.</summary>
    public static PinReference UserAuthentication { get; } = new("user-authentication PIN", new CardFileId(0x0018), PinPolicy.FourDigits);

    /// <summary>署名用電子証明書の暗証番号 (パスワード): JPKI 001B, 6–16 characters, 5 tries.</summary>
    public static PinReference Signature { get; } = new("signature password", new CardFileId(0x001B), PinPolicy.SignaturePassword);

    /// <summary>券面事項入力補助用暗証番号: input support 0011, four digits, 3 tries.</summary>
    public static PinReference InputSupport { get; } = new("input-support PIN", new CardFileId(0x0011), PinPolicy.FourDigits);

    /// <summary>A name for people and messages.</summary>
    public string Name { get; }

    /// <summary>The PIN's file.</summary>
    public CardFileId File { get; }

    /// <summary>The form that the PIN has.</summary>
    public PinPolicy Policy { get; }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
