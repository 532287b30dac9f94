using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification;

/// <summary>What a signature dictionary says (ISO 32000-1 table 252), as far as it is judged.</summary>
internal sealed record SignatureDictionary
{
    private const string Ranges = "ByteRange";
    private const string TimestampKind = "ETSI.RFC3161";

    /// <summary>Where the hole begins, at the angle bracket.</summary>
    public required int HoleStart { get; init; }

    /// <summary>Behind the closing bracket.</summary>
    public required int HoleEnd { get; init; }

    /// <summary>Behind the last signed byte.</summary>
    public required int End { get; init; }

    /// <summary>/Contents, decoded: CMS and its padding.</summary>
    public required ReadOnlyMemory<byte> Contents { get; init; }

    /// <summary>Whether the signer allowed no later change at all, not even a signature (DocMDP with 1, ISO 32000-1 §12.8.2.2).</summary>
    public required bool IsFinal { get; init; }

    /// <summary>A document timestamp (ISO 32000-2 §12.8.5) says so twice. One that says so once is judged as a signature, and refused.</summary>
    public static bool IsTimestamp(PdfValue dictionary) => dictionary["Type"]?.IsName("DocTimeStamp") == true && dictionary["SubFilter"]?.IsName(TimestampKind) == true;

    public static SignatureDictionary? Read(PdfView view, PdfObject? found, out VerificationReason reason)
    {
        reason = VerificationReason.PdfSignatureMalformed;
        PdfValue? dictionary = found is { IsStream: false, Value.Kind: PdfKind.Dictionary } ? found.Value : null;
        if (dictionary is null || dictionary["Type"]?.IsName("Sig") == false || dictionary["Filter"]?.Kind != PdfKind.Name || dictionary["SubFilter"] is not { Kind: PdfKind.Name } kind || kind.IsName(TimestampKind))
        {
            return null;
        }

        if (!kind.IsName("adbe.pkcs7.detached") && !kind.IsName("ETSI.CAdES.detached"))
        {
            reason = VerificationReason.PdfSubFilterNotAccepted;
            return null;
        }

        if (dictionary["Contents"] is not { Kind: PdfKind.HexString } contents || !IsPlain(contents))
        {
            return null;
        }

        bool? final = IsLast(view, dictionary);
        reason = final is null ? VerificationReason.PdfSignatureMalformed : VerificationReason.PdfByteRangeNotAccepted;
        if (final is null || !RangesFit(dictionary[Ranges], contents, view.File.Bytes.Length))
        {
            return null;
        }

        reason = VerificationReason.None;
        int end = (int)(dictionary[Ranges]!.Items[2].Integer + dictionary[Ranges]!.Items[3].Integer);
        return new SignatureDictionary { HoleStart = contents.Start, HoleEnd = contents.End, End = end, Contents = StringDecoder.Decode(contents), IsFinal = final.Value };
    }

    /// <summary>Hexadecimal digits in pairs and nothing between them.</summary>
    private static bool IsPlain(PdfValue contents) =>
        contents.Raw.Length is > 2 and <= (2 * PdfLimits.SignatureLength) + 2 && contents.Raw.Length % 2 == 0 && contents.Raw.Span[1..^1].IndexOfAnyExcept("0123456789ABCDEFabcdef"u8) < 0;

    private static bool RangesFit(PdfValue? ranges, PdfValue contents, int length) =>
        ranges is { Kind: PdfKind.Array, Items.Count: 4 }
        && ranges.Items.All(item => item.IsInteger(0, length))
        && ranges.Items[0].Integer == 0
        && ranges.Items[1].Integer == contents.Start
        && ranges.Items[2].Integer == contents.End
        && ranges.Items[3].Integer > 0
        && ranges.Items[2].Integer + ranges.Items[3].Integer <= length;

    /// <summary>Whether a dictionary allows no later change at all; <see langword="null"/> when what it says of it cannot be read.</summary>
    public static bool? IsLast(PdfView view, PdfValue dictionary)
    {
        if (view.Resolve(dictionary["Reference"]) is not { } references)
        {
            return dictionary["Reference"] is null ? false : null;
        }

        if (references.Kind != PdfKind.Array)
        {
            return null;
        }

        IEnumerable<PdfValue?> transforms = references.Items.Select(view.Resolve).Where(item => view.Resolve(item?["TransformMethod"])?.IsName("DocMDP") == true);
        return transforms.Select(transform => view.Resolve(view.Resolve(transform!["TransformParams"])?["P"])).Any(level => level?.IsInteger(1, 1) == true);
    }
}
