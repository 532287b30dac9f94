using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Tests.Shaped;
using MyNumber.Numbering.People;

namespace MyNumber.Jpki.Tests.Certificates;

public sealed class SubstitutionTests
{
    [Fact]
    public void Positions_are_told_for_name_and_address()
    {
        HolderAttributes holder = Holder("見本　花子", "01001", "霞が関１", "0010");
        holder.NameSubstitutions.ShouldBe([new SubstitutedCharacter(1, 1, 1), new SubstitutedCharacter(4, 4, 1)]);
        holder.AddressSubstitutions.ShouldBe([new SubstitutedCharacter(2, 2, 1)]);
        holder.HasSubstitutes.ShouldBeTrue();
        holder.NameSubstitutions[0].ToString().ShouldNotContain("1");
    }

    [Fact]
    public void Surrogate_pair_is_one_character_with_one_flag()
    {
        // U+20BB7 is two UTF-16 units; the characters behind it shift in the string and not in the flags.
        HolderAttributes holder = Holder("\U00020BB7田　花子", "10001", "東京都", "000");
        holder.NameSubstitutions.ShouldBe([new SubstitutedCharacter(0, 0, 2), new SubstitutedCharacter(4, 5, 1)]);
    }

    [Fact]
    public void Nothing_substituted_gives_no_position()
    {
        HolderAttributes holder = Holder("見本　花子", "00000", "東京都", "000");
        holder.NameSubstitutions.ShouldBeEmpty();
        holder.HasSubstitutes.ShouldBeFalse();
    }

    [Theory]
    [InlineData("one flag for each UTF-16 unit", "\U00020BB7田　花子", "100001")]
    [InlineData("no flag for the space", "見本　花子", "0000")]
    [InlineData("no flags at all", "見本　花子", "")]
    [InlineData("full-width flags", "見本　花子", "００００１")]
    public void Flags_that_do_not_fit_the_characters_are_refused(string description, string name, string flags)
    {
        Parse(name, flags, "東京都", "000", out CertificatePart flaw).ShouldBeNull(description);
        flaw.ShouldBe(CertificatePart.HolderAttributes);
        Should.Throw<ArgumentException>(() => new HolderAttributes(new FourAttributes(name, "東京都", default, Sex.Unknown), flags));
    }

    [Fact]
    public void Address_of_two_hundred_characters_is_read_whole()
    {
        string address = "東京都" + new string('あ', 197);
        Holder("見本　花子", "00000", address, new string('0', 199) + "1").AddressSubstitutions.ShouldBe([new SubstitutedCharacter(199, 199, 1)]);
        HolderAttributes.LongestAddress.ShouldBe(200);
    }

    [Theory]
    [InlineData("last day of 明治", "119120729", true)]
    [InlineData("first day of 大正", "219120730", true)]
    [InlineData("大正 a day early", "219120729", false)]
    [InlineData("last whole day of 大正", "219261224", true)]
    [InlineData("first day of 昭和", "319261225", true)]
    [InlineData("昭和 a day early", "319261224", false)]
    [InlineData("last day of 昭和", "319890107", true)]
    [InlineData("昭和 a day late", "319890108", false)]
    [InlineData("first day of 平成", "419890108", true)]
    [InlineData("last day of 平成", "420190430", true)]
    [InlineData("平成 a day late", "420190501", false)]
    [InlineData("first day of 令和", "520190501", true)]
    public void Era_is_held_against_the_day(string description, string written, bool consistent)
    {
        (string Oid, string Value)[] attributes = [.. ShapedLeaf.Hanako.Select(one => one.Oid == Oids.PersonBirthDate ? (one.Oid, written) : one)];
        byte[] der = RawShapes.Signature().WithValue(Oids.SubjectAltName, RawShapes.Holder(attributes)).SignWith(0);
        JpkiCertificate.TryParse(der, out JpkiCertificate? certificate, out _).ShouldBeTrue(description);
        certificate!.Holder!.Attributes.BirthDate.IsEraConsistent.ShouldBe(consistent, description);
    }

    [Fact]
    public void Unknown_other_name_is_kept_with_its_raw_value()
    {
        byte[] names = RawShapes.Holder([.. ShapedLeaf.Hanako, ("1.2.392.200149.8.5.5.7", "ミホン")]);
        JpkiCertificate.TryParse(RawShapes.Signature().WithValue(Oids.SubjectAltName, names).SignWith(0), out JpkiCertificate? certificate, out _).ShouldBeTrue();
        KeyValuePair<string, ReadOnlyMemory<byte>> kept = certificate!.Holder!.Unrecognised.ShouldHaveSingleItem();
        kept.Key.ShouldBe("1.2.392.200149.8.5.5.7");
        Convert.ToHexString(kept.Value.Span).ShouldBe("0C09E3839FE3839BE383B3");
    }

    private static HolderAttributes Holder(string name, string flags, string address, string addressFlags) =>
        Parse(name, flags, address, addressFlags, out _)!;

    private static HolderAttributes? Parse(string name, string flags, string address, string addressFlags, out CertificatePart flaw)
    {
        byte[] names = RawShapes.Holder(
            (Oids.PersonName, name), (Oids.PersonBirthDate, "419900401"), (Oids.PersonSex, "2"), (Oids.PersonAddress, address),
            (Oids.PersonNameSubstitutes, flags), (Oids.PersonAddressSubstitutes, addressFlags));
        JpkiCertificate.TryParse(RawShapes.Signature().WithValue(Oids.SubjectAltName, names).SignWith(0), out JpkiCertificate? certificate, out flaw);
        return certificate?.Holder;
    }
}
