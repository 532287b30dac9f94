using MyNumber.Jpki.Pdf.Objects;

namespace MyNumber.Jpki.Pdf.Reading;

/// <summary>What an object stream holds (ISO 32000-1 §7.5.7): values that follow each other and do not overlap, no number twice.</summary>
internal sealed class ObjectStream
{
    private readonly List<(int Number, PdfValue Value)> _objects = [];

    private ObjectStream(int end) => End = end;

    /// <summary>Behind endobj, in the file.</summary>
    public int End { get; }

    /// <summary>All of its objects. Its length stands in it: one that stands elsewhere could be changed later.</summary>
    public static ObjectStream? Read(ReadOnlyMemory<byte> file, PdfObject container, ReadBudget budget)
    {
        if (container.Value["Type"]?.IsName("ObjStm") != true || ObjectReader.StreamData(file, container, container.Value["Length"], budget, out int end) is not { } data
            || StreamDecoder.Decode(container.Value, data, budget) is not { } plain)
        {
            return null;
        }

        ObjectStream stream = new(end);
        return stream.Unpack(container.Value, plain, budget) ? stream : null;
    }

    /// <summary>The object at a place, when it has this number.</summary>
    public PdfValue? Find(int index, int number) => index < _objects.Count && _objects[index].Number == number ? _objects[index].Value : null;

    private bool Unpack(PdfValue dictionary, ReadOnlyMemory<byte> plain, ReadBudget budget)
    {
        PdfValue? count = dictionary["N"], first = dictionary["First"];
        if (count?.IsInteger(0, PdfLimits.CrossReferences) != true || first?.IsInteger(0, plain.Length) != true)
        {
            return false;
        }

        TokenReader head = new(plain[..(int)first.Integer], 0, budget);
        HashSet<int> numbers = [];
        long least = first.Integer;
        for (int i = 0; i < count.Integer; i++)
        {
            head.SkipSpace();
            long? number = head.TakeDigits();
            head.SkipSpace();
            if (number is not (> 0 and <= int.MaxValue) || head.TakeDigits() is not { } offset || first.Integer + offset < least || first.Integer + offset > plain.Length || !numbers.Add((int)number)
                || new ValueReader(plain, (int)(first.Integer + offset), budget).Read() is not { } value || value.Kind == PdfKind.Reference)
            {
                return false;
            }

            least = value.End;
            _objects.Add(((int)number, value));
        }

        return true;
    }
}
