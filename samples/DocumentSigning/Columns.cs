namespace DocumentSigning;

/// <summary>Writes a table; a letter of Japanese is as wide as two of Latin.</summary>
internal static class Columns
{
    public static void Write(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => Width(row[column])))];
        foreach (string[] row in rows)
        {
            Console.WriteLine("  " + string.Join("  ", row.Select((cell, column) => cell + new string(' ', widths[column] - Width(cell)))).TrimEnd());
        }
    }

    private static int Width(string text) => text.Sum(letter => letter < 0x0250 ? 1 : 2);
}
