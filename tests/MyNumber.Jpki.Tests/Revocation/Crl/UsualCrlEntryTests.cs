using System.Formats.Asn1;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Crl;

namespace MyNumber.Jpki.Tests.Revocation.Crl;

/// <summary>What is recognised by words is what the strict reader reads, and nothing else.</summary>
public sealed class UsualCrlEntryTests
{
    private const string Reason = "300C300A0603551D1504030A0101";

    [Theory]
    [InlineData("four octets and a reason", "3023 0204 0A1B2C3D 170D3236303630313030303030305A" + Reason, 0x0A1B2C3DU)]
    [InlineData("four octets alone", "3015 0204 0A1B2C3D 170D3236303630313030303030305A", 0x0A1B2C3DU)]
    [InlineData("one octet", "3012 0201 7F 170D3236303630313030303030305A", 0x7FU)]
    [InlineData("zero", "3012 0201 00 170D3236303630313030303030305A", 0U)]
    [InlineData("two octets with a needed zero", "3013 0202 0080 170D3236303630313030303030305A", 0x80U)]
    [InlineData("five octets with a needed zero", "3016 0205 00FFFFFFFF 170D3236303630313030303030305A", uint.MaxValue)]
    public void Usual_entry_is_recognised(string description, string hex, uint expected)
    {
        byte[] data = Pad(hex);
        UsualCrlEntry.TryRead(data, out int length, out uint serial, out CrlEntry entry).ShouldBeTrue(description);
        serial.ShouldBe(expected, description);
        entry.Since.ShouldBe(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), description);
        entry.RevocationReason.ShouldBe(hex.EndsWith(Reason, StringComparison.Ordinal) ? RevocationReason.KeyCompromise : (RevocationReason?)null, description);
        CrlEntryReader.Read(data.AsSpan(0, length)).Entry.ShouldBe(entry, description);
    }

    [Theory]
    [InlineData("negative serial", "3015 0204 8A1B2C3D 170D3236303630313030303030305A")]
    [InlineData("needless zero", "3015 0204 000B2C3D 170D3236303630313030303030305A")]
    [InlineData("needless zero of two octets", "3013 0202 0001 170D3236303630313030303030305A")]
    [InlineData("five octets past 2^32", "3016 0205 0100000000 170D3236303630313030303030305A")]
    [InlineData("six octets", "3017 0206 010203040506 170D3236303630313030303030305A")]
    [InlineData("no octets", "3011 0200 170D3236303630313030303030305A")]
    [InlineData("GeneralizedTime", "3017 0204 0A1B2C3D 180F32303236303630313030303030305A")]
    [InlineData("day 31 of June", "3015 0204 0A1B2C3D 170D3236303633313030303030305A")]
    [InlineData("reason 7", "3023 0204 0A1B2C3D 170D3236303630313030303030305A 300C300A0603551D1504030A0107")]
    [InlineData("removal", "3023 0204 0A1B2C3D 170D3236303630313030303030305A 300C300A0603551D1504030A0108")]
    [InlineData("reason 11", "3023 0204 0A1B2C3D 170D3236303630313030303030305A 300C300A0603551D1504030A010B")]
    [InlineData("reason 255", "3023 0204 0A1B2C3D 170D3236303630313030303030305A 300C300A0603551D1504030A01FF")]
    [InlineData("another extension of the same length", "3023 0204 0A1B2C3D 170D3236303630313030303030305A 300C300A0603551D1804030A0101")]
    [InlineData("length of the entry in two octets", "308115 0204 0A1B2C3D 170D3236303630313030303030305A")]
    [InlineData("length one too small", "3014 0204 0A1B2C3D 170D3236303630313030303030305A")]
    [InlineData("another tag", "3115 0204 0A1B2C3D 170D3236303630313030303030305A")]
    public void Other_entry_is_left_to_the_strict_reader(string description, string hex) =>
        UsualCrlEntry.TryRead(Pad(hex), out _, out _, out _).ShouldBeFalse(description);

    [Fact]
    public void Damaged_entry_is_recognised_only_when_the_strict_reader_reads_the_same()
    {
        byte[] usual = Pad("3023 0204 0A1B2C3D 170D3236303630313030303030305A" + Reason);
        for (int at = 0; at < 37; at++)
        {
            for (int value = 0; value < 256; value++)
            {
                byte[] changed = [.. usual];
                changed[at] = (byte)value;
                if (UsualCrlEntry.TryRead(changed, out int length, out uint serial, out CrlEntry entry))
                {
                    CrlEntryReader strict = CrlEntryReader.Read(changed.AsSpan(0, length));
                    CrlIndex.TryGetShort(strict.SerialNumber, out uint same).ShouldBeTrue();
                    (serial, entry).ShouldBe((same, strict.Entry), $"offset {at}, value {value}");
                }
            }
        }
    }

    [Fact]
    public void Every_day_of_the_window_is_counted_as_the_strict_reader_counts_it()
    {
        for (DateTimeOffset day = new(1950, 1, 1, 13, 59, 7, TimeSpan.Zero); day.Year < 2050; day = day.AddDays(1))
        {
            byte[] encoded = [0x17, 0x0D, .. System.Text.Encoding.ASCII.GetBytes(day.ToString("yyMMddHHmmss'Z'", CultureInfo.InvariantCulture))];
            CrlTime.TryReadUtcTime(encoded, out long seconds).ShouldBeTrue();
            seconds.ShouldBe(day.ToUnixTimeSeconds());
        }
    }

    [Fact]
    public void Any_text_is_judged_as_the_strict_reader_judges_it()
    {
        Gen<char> character = Gen.OneOf(Gen.Choose('0', '9'), Gen.Choose('0', '3'), Gen.Choose(0, 255)).Select(c => (char)c);
        Prop.ForAll(character.ArrayOf(13).ToArbitrary(), text => Agree([.. text.Select(c => (byte)c)]) && Agree([.. text[..12].Select(c => (byte)c), (byte)'Z'])).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static bool Agree(byte[] text)
    {
        bool known = CrlTime.TryReadUtcTime([0x17, 0x0D, .. text], out long seconds);
        try
        {
            return CrlTime.ToUnixSeconds(0x17, text) == seconds && known;
        }
        catch (AsnContentException)
        {
            return !known;
        }
    }

    private static byte[] Pad(string hex)
    {
        byte[] entry = Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal));
        return [.. entry, .. new byte[UsualCrlEntry.Shortest]];
    }
}
