using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>One indirect object. <see cref="DataStart"/> is where a stream's bytes begin, or −1 when it is none.</summary>
internal sealed record PdfObject(PdfReference Reference, PdfValue Value, int DataStart, int End)
{
    public bool IsStream => DataStart >= 0;
}
