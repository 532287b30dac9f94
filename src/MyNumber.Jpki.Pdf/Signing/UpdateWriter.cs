using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using MyNumber.Jpki.Pdf.Objects;
using MyNumber.Jpki.Pdf.Reading;

namespace MyNumber.Jpki.Pdf.Signing;

/// <summary>Writes an incremental update behind a file (ISO 32000-1 §7.5.6), with a cross-reference table or stream as the file has it.</summary>
internal sealed class UpdateWriter : IDisposable
{
    private readonly PdfFile _file;
    private readonly PdfRevision _last;
    private readonly MemoryStream _output = new();
    private readonly SortedDictionary<int, (int Offset, int Generation)> _rows = [];
    private int _next;

    public UpdateWriter(PdfFile file)
    {
        _file = file;
        _last = file.Revisions[^1];
        _next = file.Revisions.SelectMany(revision => revision.Sections).Max(section => (int)section.Trailer["Size"]!.Integer);
        _output.Write(file.Bytes.Span);
        if (file.Bytes.Span[^1] is not ((byte)'\n' or (byte)'\r'))
        {
            _output.WriteByte((byte)'\n');
        }
    }

    public PdfReference NewReference() => new(_next++, 0);

    /// <summary>Writes one object; where its value begins in the file.</summary>
    public int Write(PdfReference reference, ReadOnlySpan<byte> value)
    {
        _rows.Add(reference.Number, ((int)_output.Length, reference.Generation));
        Text($"{reference.Number} {reference.Generation} obj\n");
        int start = (int)_output.Length;
        _output.Write(value);
        Text("\nendobj\n");
        return start;
    }

    public byte[] Finish()
    {
        int start = (int)_output.Length;
        if (_last.Sections[0].IsStream)
        {
            WriteStream(start);
        }
        else
        {
            WriteTable();
        }

        Text($"startxref\n{start}\n%%EOF\n");
        return _output.ToArray();
    }

    public void Dispose() => _output.Dispose();

    private void WriteTable()
    {
        Text("xref\n");
        foreach ((int first, List<(int Offset, int Generation)> rows) in Runs())
        {
            Text($"{first} {rows.Count}\n");
            rows.ForEach(row => Text($"{row.Offset:D10} {row.Generation:D5} n \n"));
        }

        Text("trailer\n<<");
        WriteTrailerEntries();
        Text(" >>\n");
    }

    private void WriteStream(int start)
    {
        PdfReference own = NewReference();
        _rows.Add(own.Number, (start, 0));
        List<byte> data = [];
        Span<byte> row = stackalloc byte[7];
        foreach ((int offset, int generation) in _rows.Values)
        {
            row[0] = 1;
            BinaryPrimitives.WriteInt32BigEndian(row[1..], offset);
            BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)generation);
            data.AddRange(row);
        }

        string index = string.Join(' ', Runs().Select(run => $"{run.First} {run.Rows.Count}"));
        Text($"{own.Number} 0 obj\n<< /Type /XRef /W [1 4 2] /Index [{index}] /Length {data.Count}");
        WriteTrailerEntries();
        Text(" >>\nstream\n");
        _output.Write(data.ToArray());
        Text("\nendstream\nendobj\n");
    }

    private void WriteTrailerEntries()
    {
        Text($" /Size {_next} /Prev {_last.Sections[0].Start}");
        foreach (string key in (string[])["Root", "Info", "ID"])
        {
            if (_last.Trailer[key] is { } value)
            {
                Text($" /{key} ");
                _output.Write(value.Raw.Span);
            }
        }
    }

    private List<(int First, List<(int Offset, int Generation)> Rows)> Runs()
    {
        List<(int First, List<(int Offset, int Generation)> Rows)> runs = [];
        foreach ((int number, (int, int) row) in _rows)
        {
            if (runs.Count != 0 && runs[^1].First + runs[^1].Rows.Count == number)
            {
                runs[^1].Rows.Add(row);
            }
            else
            {
                runs.Add((number, [row]));
            }
        }

        return runs;
    }

    private void Text(FormattableString text) => _output.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private void Text(string text) => _output.Write(Encoding.ASCII.GetBytes(text));
}
