using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MyNumber.JpkiFuzz.Pdf;

/// <summary>Puts PDF files together from the text of their objects: a whole file, or an update behind one, with a table or with streams.</summary>
public sealed class PdfBuilder
{
    private readonly MemoryStream _output = new();
    private readonly SortedDictionary<int, (long Offset, int Generation)> _offsets = [];
    private readonly List<(int Number, string Text)> _packed = [];

    /// <summary>Begins a file, or an update behind one.</summary>
    /// <param name="before">The file that is updated; none for a new one.</param>
    /// <param name="header">The first line of a new file.</param>
    public PdfBuilder(byte[]? before = null, string header = "%PDF-1.7")
    {
        if (before is not null)
        {
            _output.Write(before);
            return;
        }

        Write($"{header}\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    /// <summary>A page with a line on it and nothing else.</summary>
    public static PdfBuilder Page => new PdfBuilder()
        .Add(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .Add(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        .Add(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>")
        .Add(4, "<< /Length 21 >>\nstream\n10 10 m 190 190 l S  \nendstream");

    /// <summary>One page, one table.</summary>
    public static byte[] Classic => Page.Finish(5);

    /// <summary>One page, a cross-reference stream, and all but the drawing in an object stream; both compressed.</summary>
    public static byte[] Packed => new PdfBuilder()
        .Pack(1, "<< /Type /Catalog /Pages 2 0 R >>")
        .Pack(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>")
        .Pack(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << >> >>")
        .Add(4, "<< /Length 21 >>\nstream\n10 10 m 190 190 l S  \nendstream")
        .FinishPacked(5);

    /// <summary>The offset of the last startxref.</summary>
    public static int LastStart(byte[] pdf)
    {
        string text = Encoding.Latin1.GetString(pdf);
        string number = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 9)..].Trim();
        return int.Parse(number[..number.IndexOfAny(['\r', '\n'])], CultureInfo.InvariantCulture);
    }

    /// <summary>The last /Size.</summary>
    public static int LastSize(byte[] pdf)
    {
        string text = Encoding.Latin1.GetString(pdf);
        string number = text[(text.LastIndexOf("/Size ", StringComparison.Ordinal) + 6)..];
        return int.Parse(number[..number.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }

    /// <summary>An object, written as it is.</summary>
    public PdfBuilder Add(int number, string text, int generation = 0)
    {
        _offsets[number] = (_output.Length, generation);
        Write($"{number} {generation} obj\n{text}\nendobj\n");
        return this;
    }

    /// <summary>The bytes of an object as they are, whatever they are, and its row.</summary>
    public PdfBuilder AddRaw(int number, string text)
    {
        _offsets[number] = (_output.Length, 0);
        Write(text);
        return this;
    }

    /// <summary>A row that says that an object is free.</summary>
    public PdfBuilder Free(int number)
    {
        _offsets[number] = default;
        return this;
    }

    /// <summary>Where the next object will begin.</summary>
    public int Position => (int)_output.Length;

    /// <summary>An object in the object stream.</summary>
    public PdfBuilder Pack(int number, string text)
    {
        _packed.Add((number, text));
        return this;
    }

    /// <summary>A table and a trailer.</summary>
    public byte[] Finish(int size, string root = "/Root 1 0 R", int? previous = null)
    {
        long start = _output.Length;
        Write("xref\n");
        if (previous is null)
        {
            Write("0 1\n0000000000 65535 f \n");
        }

        foreach ((int number, (long offset, int generation)) in _offsets)
        {
            Write(offset == 0 ? $"{number} 1\n0000000000 00001 f \n" : $"{number} 1\n{offset:D10} {generation:D5} n \n");
        }

        string prev = previous is null ? string.Empty : $" /Prev {previous}";
        Write($"trailer\n<< /Size {size} {root}{prev} >>\nstartxref\n{start}\n%%EOF\n");
        return _output.ToArray();
    }

    /// <summary>An object stream with the number <paramref name="size"/>, and a cross-reference stream behind it.</summary>
    public byte[] FinishPacked(int size, int? previous = null)
    {
        string head = string.Empty, body = string.Empty;
        foreach ((int number, string text) in _packed)
        {
            head += $"{number} {body.Length} ";
            body += text + "\n";
        }

        byte[] packed = Deflate(Encoding.Latin1.GetBytes(head + body));
        _offsets[size] = (_output.Length, 0);
        Write($"{size} 0 obj\n<< /Type /ObjStm /N {_packed.Count} /First {head.Length} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n");
        _output.Write(packed);
        Write("\nendstream\nendobj\n");
        WriteRows(size, previous);
        return _output.ToArray();
    }

    private static byte[] Deflate(byte[] plain)
    {
        using MemoryStream packed = new();
        using (ZLibStream deflater = new(packed, CompressionLevel.Optimal))
        {
            deflater.Write(plain);
        }

        return packed.ToArray();
    }

    /// <summary>Rows of five bytes behind the PNG predictor "up", as most writers make them.</summary>
    private void WriteRows(int size, int? previous)
    {
        long start = _output.Length;
        _offsets[size + 1] = (start, 0);
        List<byte> rows = [];
        byte[] above = new byte[5];
        List<int> numbers = [.. _offsets.Keys.Concat(_packed.Select(one => one.Number)).Order()];
        foreach (int number in numbers)
        {
            int index = _packed.FindIndex(one => one.Number == number);
            long place = index >= 0 ? size : _offsets[number].Offset;
            byte[] row = [(byte)(index >= 0 ? 2 : 1), (byte)(place >> 16), (byte)((place >> 8) & 0xFF), (byte)(place & 0xFF), (byte)Math.Max(index, 0)];
            rows.Add(2);
            rows.AddRange(row.Zip(above, (one, up) => (byte)((one - up) & 0xFF)));
            above = row;
        }

        byte[] packed = Deflate([.. rows]);
        string prev = previous is null ? string.Empty : $" /Prev {previous}";
        string index2 = string.Join(' ', numbers.Select(number => $"{number} 1"));
        Write($"{size + 1} 0 obj\n<< /Type /XRef /Size {size + 2} /W [1 3 1] /Index [{index2}] /Root 1 0 R{prev} /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >> /Length {packed.Length} >>\nstream\n");
        _output.Write(packed);
        Write($"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n");
    }

    private void Write(string text) => _output.Write(Encoding.Latin1.GetBytes(text));
}
