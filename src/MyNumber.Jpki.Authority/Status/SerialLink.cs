using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Authority.Status;

/// <summary>A serial link (発行番号の紐付け).</summary>
/// <param name="Kind">What it says.</param>
/// <param name="From">From which certificate.</param>
/// <param name="To">To which.</param>
public readonly record struct SerialLink(SerialLinkKind Kind, CertificateIdentity From, CertificateIdentity To)
{
    /// <summary>The kind; no serial is in it.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"SerialLink({Kind})";
}
