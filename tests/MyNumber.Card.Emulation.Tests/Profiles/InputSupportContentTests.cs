using System.Security.Cryptography;
using System.Text;
using FsCheck.Fluent;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Emulation.Tests.Profiles;

public sealed class InputSupportContentTests
{
    private const string LongAddress = "東京都千代田区霞が関二丁目１番２号　見本総合マンション千代田霞が関タワー棟　１２０３号室";

    [Fact]
    public void The_number_file_is_fifteen_bytes_before_the_filler()
    {
        IndividualNumber.TryParse("123456789018", out IndividualNumber number).ShouldBeTrue();
        Convert.ToHexString(InputSupportContent.Number(number)).ShouldBe("FF100C313233343536373839303138");
    }

    [Fact]
    public void A_short_attributes_file_uses_one_length_byte()
    {
        byte[] file = InputSupportContent.Attributes(CardPerson.Sample.Attributes);
        Convert.ToHexString(file).ShouldBe(
            "FF205C"
            + "DF2108000E00200050005B"
            + "DF220FE8A68BE69CACE38080E88AB1E5AD90"
            + "DF232DE69DB1E4BAACE983BDE58D83E4BBA3E794B0E58CBAE99C9EE3818CE996A2EFBC92EFBC8DEFBC91EFBC8DEFBC92"
            + "DF24083139393030343031"
            + "DF250132");
        Convert.ToHexString(SHA256.HashData(file.AsSpan(0x0E))).ShouldBe("4F63DC551694A167E614DF6991AB78CD7F08D32B308C5599F6DC4827F0414E37");
    }

    [Fact]
    public void A_long_attributes_file_uses_the_form_82_and_moves_the_offsets()
    {
        byte[] file = InputSupportContent.Attributes(Person(LongAddress));
        file.Length.ShouldBe(186);
        Convert.ToHexString(file.AsSpan(0, 0x22)).ShouldBe("FF208200B5" + "DF21080010002200AB00B6" + "DF220FE8A68BE69CACE38080E88AB1E5AD90");
        Convert.ToHexString(file.AsSpan(0x22, 5)).ShouldBe("DF23820084");
        Convert.ToHexString(file.AsSpan(0xAB)).ShouldBe("DF24083139393030343031" + "DF250132");
        Convert.ToHexString(SHA256.HashData(file.AsSpan(0x10))).ShouldBe("E3A0CBA36EF3495ACDF6D28A81271754E7C1BC769078E04BE8175A63AC7134CF");
    }

    [Theory]
    [InlineData("127 bytes, still one length byte", 127, "DF237F")]
    [InlineData("128 bytes, long form although 81 would do", 128, "DF23820080")]
    [InlineData("256 bytes", 256, "DF23820100")]
    public void The_address_length_is_written(string description, int length, string header)
    {
        description.ShouldNotBeEmpty();
        byte[] file = InputSupportContent.Attributes(Person(new string('a', length)));
        Convert.ToHexString(file).ShouldContain(header + "61");
    }

    [Fact]
    public void Every_offset_points_to_its_tag()
    {
        FsCheck.Check.One(
            FsCheck.Config.QuickThrowOnFailure,
            Prop.ForAll<ushort, ushort>((nameLength, addressLength) =>
            {
                FourAttributes attributes = new(new string('n', nameLength % 400), new string('a', addressLength % 1000), default, Sex.Unknown);
                byte[] file = InputSupportContent.Attributes(attributes);
                int first = file[2] == 0x82 ? 5 : 3;
                return Enumerable.Range(0, 4).All(i =>
                {
                    int offset = (file[first + 3 + (i * 2)] << 8) | file[first + 4 + (i * 2)];
                    return file[offset] == 0xDF && file[offset + 1] == 0x22 + i;
                });
            }));
    }

    [Fact]
    public void Unknown_parts_of_the_birth_date_are_zeroes()
    {
        BirthDate.TryParseCard("19900000"u8, out BirthDate birthDate).ShouldBeTrue();
        byte[] file = InputSupportContent.Attributes(new FourAttributes("n", "a", birthDate, Sex.NotApplicable));
        Encoding.ASCII.GetString(file).ShouldContain("19900000");
        file[^1].ShouldBe((byte)'9');
    }

    [Fact]
    public void An_address_beyond_the_reach_of_the_card_is_refused()
    {
        Should.Throw<ArgumentException>(() => InputSupportContent.Attributes(Person(new string('a', 0x8000)))).Message.ShouldNotContain("aaa");
        Should.Throw<ArgumentException>(() => InputSupportContent.Attributes(Person(new string('a', 0x10000))));
    }

    [Fact]
    public void A_long_file_makes_the_physical_file_grow()
    {
        CardPerson sample = CardPerson.Sample;
        using Terminal terminal = new(person: new CardPerson(Person(new string('a', 600)), sample.Number, sample.Pins, sample.Face));
        terminal.After(Terminal.SelectInputSupport, Terminal.VerifyInputSupportPin);
        terminal.Send("00B08200" + "00FFFF").Length.ShouldBe((768 + 2) * 2);
    }

    private static FourAttributes Person(string address) => new("見本　花子", address, new BirthDate(new DateOnly(1990, 4, 1)), Sex.Female);
}
