using System.Buffers;
using System.Diagnostics;
using System.Text;
using MyNumber.Numbering;
using MyNumber.Numbering.Bulk;

namespace CityNumbering;

/// <summary>Chapter 8: a file of everybody's numbers with bad rows in it, validated at once; each bad row is explained and none of its digits shown.</summary>
internal sealed class NumberFile(World world, Narrator narrator, OutputFolder folder, bool english)
{
    public async Task TellAsync()
    {
        Narrator.Chapter("8 番号ファイルの検証 (validation of a file)");
        Dictionary<long, string> planted = [];
        byte[] bytes = Compose(planted);
        await using (FileStream file = folder.Create("numbers.csv"))
        {
            await file.WriteAsync(bytes);
        }

        Stopwatch watch = Stopwatch.StartNew();
        BulkCount count = BulkValidator.Count(BulkValidator.FindBadLines(BulkNumberKind.Individual, bytes));
        watch.Stop();
        int foreseen = Explain(bytes, planted);
        narrator.Step(FormattableString.Invariant($"{count.Rows:N0} 行を一括検証 (bulk validation), {watch.Elapsed.TotalMilliseconds:F1} ms、初回の準備を含む"),
            FormattableString.Invariant($"正しい行 {count.GoodRows:N0}、誤り {count.BadRows:N0}、仕込んだ {planted.Count:N0} 行と理由まで一致 (as planted, by reason)"),
            foreseen == planted.Count && count.BadRows == planted.Count);
    }

    /// <summary>Explains each bad row; gives how many of them are planted ones with the reason foreseen.</summary>
    private int Explain(byte[] bytes, Dictionary<long, string> planted)
    {
        int foreseen = 0;
        string[] lines = Encoding.UTF8.GetString(bytes).Split('\n');
        foreach (BadRow row in BulkValidator.FindBadLines(BulkNumberKind.Individual, bytes))
        {
            string line = lines[(int)row.Index];
            string place = FormattableString.Invariant($"{row.Index + 1,6}");
            string lenient = IndividualNumber.TryParse(line, NumberStyle.Lenient, out _, out _) ? Lenient : string.Empty;
            Narrator.Line($"{(english ? $"row {place}" : $"{place} 行目")} [{Mask.Digits(line)}] {row.Fault}: {FaultExplanation.Of(row.Fault, english)}{lenient}");
            foreseen += planted.TryGetValue(row.Index, out string? what) && BadRowKinds.All.Any(kind => kind.What == what && kind.Fault == row.Fault) ? 1 : 0;
        }

        return foreseen;
    }

    private string Lenient => english ? " (the lenient style reads it)" : " (寛容な書式 Lenient なら読めます)";

    /// <summary>One number a line, and a bad row after each so many good ones.</summary>
    private byte[] Compose(Dictionary<long, string> planted)
    {
        ArrayBufferWriter<byte> bytes = new();
        int gap = world.Residents.Count / (BadRowKinds.All.Count + 1);
        long row = 0;
        for (int i = 0; i < world.Residents.Count; i++, row++)
        {
            string number = world.Residents[i].Number.Reveal();
            int kind = (i / gap) - 1;
            if (i % gap == 0 && kind >= 0 && kind < BadRowKinds.All.Count)
            {
                planted.Add(row++, BadRowKinds.All[kind].What);
                bytes.Write(BadRowKinds.All[kind].Spoil(number));
                bytes.Write("\n"u8);
            }

            bytes.Write(Encoding.UTF8.GetBytes(number));
            bytes.Write("\n"u8);
        }

        return bytes.WrittenSpan.ToArray();
    }
}
