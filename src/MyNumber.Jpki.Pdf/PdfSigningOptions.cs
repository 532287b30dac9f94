using MyNumber.Jpki.Signatures.Cms;

namespace MyNumber.Jpki.Pdf;

/// <summary>How a PDF file is signed. By default nothing about the signer is written outside of the CMS message, and nothing is shown.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PdfSigningOptions
{
    /// <summary>The defaults.</summary>
    public static PdfSigningOptions Default { get; } = new();

    /// <summary>Hash, form and certificates of the CMS message; it is detached whatever this says.</summary>
    public CmsSigningOptions Message { get; init; } = CmsSigningOptions.Default;

    /// <summary>The name of the new form field, without points; <see langword="null"/> for the first free one of Signature1, Signature2 and so on.</summary>
    public string? FieldName { get; init; }

    /// <summary>The reason as text for readers (/Reason, 署名の理由); <see langword="null"/> for none.</summary>
    public string? Reason { get; init; }

    /// <summary>The place as text for readers (/Location, 署名場所); <see langword="null"/> for none.</summary>
    public string? Location { get; init; }

    /// <summary>The signer's name as text for readers (/Name). <see langword="null"/> by default: it would repeat a personal name outside of the certificate.</summary>
    public string? Name { get; init; }

    /// <summary>The page on which the field stands, from zero on.</summary>
    public int Page { get; init; }

    /// <summary>Where a frame is shown for the signature, at most 14,400 points wide and high (ISO 32000-1 annex C.2); <see langword="null"/> for an invisible one. A visible one over a file that is signed already makes the earlier signatures invalid here.</summary>
    public PdfRectangle? Rectangle { get; init; }

    /// <summary>Bytes kept free in /Contents behind the message, for example 16,384 for a timestamp that is attached later. At most 524,288.</summary>
    public int ReservedLength { get; init; }

    /// <summary>The page and what is left free; no text, for a name, a reason or a place may be personal.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"PdfSigningOptions(page {Page}, {(Rectangle is null ? "invisible" : "visible")}, {ReservedLength})";
}
