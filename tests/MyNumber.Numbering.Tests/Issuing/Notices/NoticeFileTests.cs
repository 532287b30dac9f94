using System.Text;
using MyNumber.Numbering.Issuing.Notices;
using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Tests.Issuing.Notices;

public sealed class NoticeFileTests
{
    [Fact]
    public async Task File_is_quoted_csv_in_utf8_with_the_number_in_clear()
    {
        using MemoryStream stream = new();
        (await NoticeFile.WriteRevealedAsync(stream, [Entry("見本　\"太郎\"", "東京都千代田区,一丁目")])).ShouldBe(1);
        Encoding.UTF8.GetString(stream.ToArray()).ShouldBe(
            "\"postal_code\",\"address\",\"name\",\"birth_date\",\"sex\",\"individual_number\",\"municipality\",\"issued_on\"\r\n"
            + "\"100-0001\",\"東京都千代田区,一丁目\",\"見本　\"\"太郎\"\"\",\"19900501\",\"1\",\"123456789018\",\"131016\",\"2026-04-01\"\r\n");
    }

    [Fact]
    public async Task No_notices_leave_the_header_alone()
    {
        using MemoryStream stream = new();
        (await NoticeFile.WriteRevealedAsync(stream, [])).ShouldBe(0);
        Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n").Length.ShouldBe(2);
    }

    [Fact]
    public void Text_of_a_notice_is_masked() => Entry("見本", "東京都").ToString().ShouldBe("NoticeEntry(***)");

    private static NoticeEntry Entry(string name, string address) => new()
    {
        PostalCode = "100-0001",
        Addressee = new FourAttributes(name, address, new BirthDate(new DateOnly(1990, 5, 1)), Sex.Male),
        Number = IndividualNumber.FromTrusted(123456789018),
        Municipality = Lab.Chiyoda,
        IssuedOn = new DateOnly(2026, 4, 1),
    };
}
