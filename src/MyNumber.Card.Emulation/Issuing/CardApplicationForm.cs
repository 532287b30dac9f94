using System.Diagnostics;
using MyNumber.Numbering.People;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Card.Emulation.Issuing;

/// <summary>The application (個人番号カード交付申請書 兼 電子証明書発行申請書) with what was printed on it beforehand and what the applicant chose.</summary>
/// <remarks>Immutable; masked. What it says is judged by <see cref="CardOffice.Apply"/>.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class CardApplicationForm
{
    /// <summary>Fills in what is printed beforehand (プレ印刷).</summary>
    /// <param name="id">Application ID (申請書ID).</param>
    /// <param name="attributes">The four attributes from the resident record.</param>
    /// <exception cref="ArgumentNullException"><paramref name="attributes"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is empty.</exception>
    public CardApplicationForm(ApplicationId id, FourAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        Id = id.IsEmpty ? throw new ArgumentException("The application ID is empty.", nameof(id)) : id;
        Attributes = attributes;
    }

    /// <summary>Application ID (申請書ID).</summary>
    public ApplicationId Id { get; }

    /// <summary>The four attributes.</summary>
    public FourAttributes Attributes { get; }

    /// <summary>Whether a photo is on it.</summary>
    public bool HasPhoto { get; init; } = true;

    /// <summary>The box 署名用電子証明書 不要 is black.</summary>
    public bool DeclinesSignature { get; init; }

    /// <summary>The box 利用者証明用電子証明書 不要 is black.</summary>
    public bool DeclinesAuthentication { get; init; }

    /// <summary>The applicant is an adult ward (成年被後見人).</summary>
    public bool IsAdultWard { get; init; }

    /// <summary>The legal representative filled in the representative's part (代理人記載欄).</summary>
    public bool SignedByRepresentative { get; init; }

    /// <summary>A card without PINs is asked for (顔認証マイナンバーカード).</summary>
    public bool WithoutPins { get; init; }

    /// <summary>Kana that are wanted in braille on the face (点字表記), or <see langword="null"/>.</summary>
    public string? Braille { get; init; }

    /// <summary>What stands on the certificates for characters that cannot be shown (代替文字情報), such as × to ▲; the holder may ask for another one at the counter.</summary>
    public IReadOnlyDictionary<string, string> Substitutes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Last day of a foreign resident's period of residence (在留期間等満了日), if there is one.</summary>
    public DateOnly? ResidenceUntil { get; init; }

    /// <summary>The text of the code for the production line (製造管理用QR): nobody outside knows what it means, so it is kept as it is.</summary>
    public string? ProductionCode { get; init; }

    /// <summary>What the code on the form says (申請用QR): a page, and the application ID as its query <c>id</c>. The real form is not public; this one is ours.</summary>
    /// <param name="page">The page where a smartphone applies; absolute.</param>
    /// <returns>The text of the code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="page"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="page"/> is relative or has a query already.</exception>
    public string QrText(Uri page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.IsAbsoluteUri && page.Query.Length == 0 && page.Fragment.Length == 0
            ? $"{page.AbsoluteUri}?id={Id}"
            : throw new ArgumentException("An absolute address without a query is needed.", nameof(page));
    }

    /// <summary>A mask; nothing personal is in it.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "CardApplicationForm(***)";
}
