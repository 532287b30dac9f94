using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Verification;

/// <summary>One signature of a PDF file as its dictionary says it is (ISO 32000-1 table 252). Nothing is verified.</summary>
/// <remarks>Immutable and thread safe. <see cref="ToString"/> shows neither the field's name nor the message, which may be a person's.</remarks>
public sealed class PdfSignatureEntry
{
    private const int RangeParts = 4;

    private PdfSignatureEntry()
    {
    }

    /// <summary>The whole name of its field; it may be a person's.</summary>
    public string FieldName { get; private init; } = string.Empty;

    /// <summary>The revision that brought it, from 1.</summary>
    public int Revision { get; private init; }

    /// <summary>/SubFilter, such as <c>ETSI.CAdES.detached</c>; empty when there is none.</summary>
    public string SubFilter { get; private init; } = string.Empty;

    /// <summary>Whether it is a document timestamp (ISO 32000-2 §12.8.5).</summary>
    public bool IsDocumentTimestamp { get; private init; }

    /// <summary>Whether /ByteRange ends where the file ends; <see langword="null"/> when there is none or it is malformed. What lies between its ranges was not looked at.</summary>
    public bool? ReachesEnd { get; private init; }

    /// <summary>The CMS message of /Contents without its padding; empty when it cannot be read.</summary>
    public ReadOnlyMemory<byte> Message { get; private init; }

    /// <summary>The revision.</summary>
    /// <returns>A text without personal data.</returns>
    public override string ToString() => $"PdfSignatureEntry(revision {Revision})";

    internal static PdfSignatureEntry Of(PdfFile file, FoundSignature found)
    {
        PdfValue? dictionary = found.Dictionary is { IsStream: false, Value.Kind: PdfKind.Dictionary } read ? read.Value : null;
        return new PdfSignatureEntry
        {
            FieldName = found.FieldName,
            Revision = found.Revision + 1,
            SubFilter = dictionary?["SubFilter"] is { Kind: PdfKind.Name } kind ? kind.Name : string.Empty,
            IsDocumentTimestamp = dictionary is not null && SignatureDictionary.IsTimestamp(dictionary),
            ReachesEnd = dictionary?["ByteRange"] is { Kind: PdfKind.Array, Items.Count: RangeParts } ranges && ranges.Items.All(item => item.IsInteger(0, file.Bytes.Length))
                ? ranges.Items[^2].Integer + ranges.Items[^1].Integer == file.Bytes.Length : null,
            Message = MessageOf(dictionary?["Contents"]),
        };
    }

    private static ReadOnlyMemory<byte> MessageOf(PdfValue? contents) =>
        contents is { Kind: PdfKind.HexString } && contents.Raw.Length <= (2 * PdfLimits.SignatureLength) + 2 ? BerMessage.Read(StringDecoder.Decode(contents), out _) : default(ReadOnlyMemory<byte>);
}
