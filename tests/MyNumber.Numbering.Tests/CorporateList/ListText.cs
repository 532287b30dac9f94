using System.Text;
using MyNumber.Numbering.CorporateList;

namespace MyNumber.Numbering.Tests.CorporateList;

/// <summary>Rows that the site publishes (public bodies), and ways to read text.</summary>
internal static class ListText
{
    public const string TottoriCourt =
        "1,1000013050238,01,1,2018-04-02,2015-10-05,\"鳥取簡易裁判所\",,101,\"鳥取県\",\"鳥取市\",\"東町２丁目２２３\",,31,201,6800011,,,,,,,2015-10-05,1,\"Tottori Summary Court\",\"Tottori\",\"2-223, Higashimachi, Tottori shi\",,\"トットリカンイサイバンショ\",0";

    public const string DietLibrary =
        "1,1000011000005,01,1,2018-04-02,2015-10-05,\"国立国会図書館\",,101,\"東京都\",\"千代田区\",\"永田町１丁目１０－１\",,13,101,1000014,,,,,,,2015-10-05,1,\"National Diet Library\",\"Tokyo\",\"1-10-1,Nagatacho, Chiyoda ku\",,\"コクリツコッカイトショカン\",0";

    /// <summary>Puts another text into one column of a real row whose fields hold no comma.</summary>
    public static string With(int column, string field)
    {
        string[] fields = TottoriCourt.Replace("2-223, Higashimachi, Tottori shi", "Higashimachi", StringComparison.Ordinal).Split(',');
        fields[column] = field;
        return string.Join(',', fields);
    }

    public static Task<List<CorporateListEntry>> Read(string text, CorporateListOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public static async Task<List<CorporateListEntry>> Read(byte[] bytes, CorporateListOptions? options = null, int readSize = int.MaxValue)
    {
        List<CorporateListEntry> entries = [];
        using TrickleStream stream = new(bytes, readSize);
        await foreach (CorporateListEntry entry in CorporateNumberList.ReadAsync(stream, options))
        {
            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Gives a few bytes at a time, so that characters and rows are cut anywhere.</summary>
    private sealed class TrickleStream(byte[] bytes, int readSize) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(readSize, buffer.Length)], cancellationToken);
    }
}
