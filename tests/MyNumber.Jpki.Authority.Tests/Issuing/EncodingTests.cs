using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Tests.Issuing;

public sealed class EncodingTests
{
    [Fact]
    public void Birth_date_general_name_is_the_documented_bytes()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        PersonalAttributeEncoder.WriteOtherName(writer, Oids.PersonBirthDate, "319800217");
        Convert.ToHexString(writer.Encode()).ShouldBe("A019" + "060A2A83088C9B5508050504" + "A00B" + "0C09333139383030323137");
    }

    [Fact]
    public void Policies_extension_is_the_documented_bytes()
    {
        AsnWriter writer = new(AsnEncodingRules.DER);
        ExtensionEncoder.Write(writer, ExtensionEncoder.Policies("1.2.392.200149.8.5.1.0.20", "http://www.jpki.go.jp/cps.html"));
        Convert.ToHexString(writer.Encode()).ShouldBe(
            "3049" + "0603551D20" + "0101FF" + "043F303D303B" + "060B2A83088C9B550805010014" + "302C302A" + "06082B06010505070201"
            + "161E687474703A2F2F7777772E6A706B692E676F2E6A702F6370732E68746D6C");
    }

    [Theory]
    [InlineData("signature card", "1.2.392.200149.8.5.1.1.20", "060B2A83088C9B550805010114")]
    [InlineData("user authentication card", "1.2.392.200149.8.5.1.3.30", "060B2A83088C9B55080501031E")]
    public void Policy_oid_is_the_documented_bytes(string description, string oid, string expected)
    {
        description.ShouldNotBeNull();
        Convert.ToHexString(ExtensionEncoder.Policies(oid, "x").Value.Span).ShouldContain(expected);
    }

    [Fact]
    public void Name_keeps_the_given_order_with_printable_country_and_utf8_rest()
    {
        LabName name = new(NameAttribute.Country("JP"), NameAttribute.Organization("L"), NameAttribute.OrganizationalUnit("a"), NameAttribute.OrganizationalUnit("b"));
        Convert.ToHexString(name.Encoded.Span).ShouldBe(
            "3031" + "310B3009060355040613024A50" + "310A3008060355040A0C014C" + "310A3008060355040B0C0161" + "310A3008060355040B0C0162");
    }

    [Fact]
    public void Distribution_point_nests_sequence_zero_zero_four_name()
    {
        LabName name = new(NameAttribute.Country("JP"));
        ExtensionEncoder.DistributionPoint(name.Encoded).Critical.ShouldBeFalse();
        Convert.ToHexString(ExtensionEncoder.DistributionPoint(name.Encoded).Value.Span).ShouldBe(
            "3017" + "3015" + "A013" + "A011" + "A40F" + "300D310B3009060355040613024A50");
    }

    [Fact]
    public void Issuing_distribution_point_is_critical_and_names_the_same_point()
    {
        EncodedExtension extension = ExtensionEncoder.IssuingDistributionPoint(new LabName(NameAttribute.Country("JP")).Encoded);
        extension.Critical.ShouldBeTrue();
        Convert.ToHexString(extension.Value.Span).ShouldBe("3015" + "A013" + "A011" + "A40F" + "300D310B3009060355040613024A50");
    }

    [Fact]
    public void Authority_key_identifier_has_all_three_parts()
    {
        byte[] keyIdentifier = new byte[20];
        byte[] issuer = Convert.FromHexString("300D310B3009060355040613024A50");
        Convert.ToHexString(ExtensionEncoder.AuthorityKeyIdentifier(keyIdentifier, issuer, 0x067C6A21).Value.Span).ShouldBe(
            "302F" + "8014" + new string('0', 40) + "A111" + "A40F" + "300D310B3009060355040613024A50" + "8204067C6A21");
    }

    [Theory]
    [InlineData("signature", 0xC0, "030206C0")]
    [InlineData("user authentication", 0x80, "03020780")]
    [InlineData("authority", 0x06, "03020106")]
    public void Key_usage_is_the_documented_bytes(string description, int usage, string expected)
    {
        description.ShouldNotBeNull();
        EncodedExtension extension = ExtensionEncoder.KeyUsage((System.Security.Cryptography.X509Certificates.X509KeyUsageFlags)usage);
        extension.Critical.ShouldBeTrue();
        Convert.ToHexString(extension.Value.Span).ShouldBe(expected);
    }

    [Fact]
    public void Empty_name_is_refused() => Should.Throw<ArgumentException>(() => new LabName());

    [Fact]
    public void Country_that_is_not_printable_is_refused() => Should.Throw<ArgumentException>(() => new LabName(NameAttribute.Country("日本")));

    [Theory]
    [InlineData("four digits", "1322")]
    [InlineData("six digits", "132217")]
    [InlineData("full-width digits", "１３２２１")]
    [InlineData("a letter", "1322A")]
    public void Municipality_code_that_is_not_five_digits_is_refused(string description, string code)
    {
        description.ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => new Municipality(code, "Tokyo-to", "Kiyose-shi"));
    }

    [Theory]
    [InlineData("Latin production name", "JPKI", "試験所")]
    [InlineData("Latin name in small letters", "jpki", "試験所")]
    [InlineData("Latin test name", "JPKI-TEST", "試験所")]
    [InlineData("Japanese name", "Lab", "公的個人認証サービス")]
    public void Name_of_the_real_service_is_refused(string description, string latin, string japanese)
    {
        description.ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => new AuthorityNaming(latin, "p", "o", japanese, "p", "o"));
    }
}
