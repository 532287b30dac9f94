using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Jpki.Authority.Tests.Issuing;

public sealed class ReservedNameTests
{
    [Theory]
    [InlineData("production", 0, "JPKI")]
    [InlineData("test environment", 0, "JPKI-TEST")]
    [InlineData("small letters", 0, "jpki")]
    [InlineData("full width", 0, "ＪＰＫＩ")]
    [InlineData("full width with a full-width hyphen", 0, "ＪＰＫＩ－ＴＥＳＴ")]
    [InlineData("spaces", 0, " J P K I ")]
    [InlineData("ideographic space", 0, "JPKI\u3000TEST")]
    [InlineData("invisible character", 0, "JP\u200BKI")]
    [InlineData("soft hyphen", 0, "JP\u00ADKI")]
    [InlineData("Cyrillic letters", 0, "\u0408\u0420\u041A\u0406")]
    [InlineData("something behind", 0, "JPKI 2")]
    [InlineData("as the unit", 1, "JPKI")]
    [InlineData("as the operator", 2, "jpki-test")]
    [InlineData("the body that runs it", 2, "Japan Agency for Local Authority Information Systems")]
    [InlineData("in other case and spacing", 2, "JAPAN  AGENCY for local-authority information systems")]
    [InlineData("its short name", 2, "J-LIS")]
    [InlineData("service in Japanese", 3, "公的個人認証サービス")]
    [InlineData("service in Japanese with a space", 3, "公的個人認証 サービス")]
    [InlineData("half-width kana", 3, "公的個人認証ｻｰﾋﾞｽ")]
    [InlineData("unit in Japanese", 4, "公的個人認証サービス署名用")]
    [InlineData("the other unit in Japanese", 4, "公的個人認証サービス利用者証明用")]
    [InlineData("the body in Japanese", 5, "地方公共団体情報システム機構")]
    [InlineData("the body with something before", 5, "試験 地方公共団体情報システム機構")]
    public void Name_of_the_real_service_is_refused_in_every_part(string description, int part, string name)
    {
        string[] parts = ["Lab", "Lab for digital signature", "Lab Operations", "試験所", "試験所署名用", "試験所運営"];
        parts[part] = name;
        Should.Throw<ArgumentException>(() => new AuthorityNaming(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]), description);
    }

    [Theory]
    [InlineData("a lab", "MyNumber SDK Lab", "MyNumber SDK Lab for digital signature")]
    [InlineData("the unit that tells the purpose", "Another Lab", "JPKI for digital signature")]
    [InlineData("a word that contains the letters", "Majpkin", "Lab")]
    public void Name_of_a_lab_is_free(string description, string organization, string unit) =>
        new AuthorityNaming(organization, unit, "Lab Operations", "試験所", "試験所署名用", "試験所運営").Name.Encoded.Length.ShouldBeGreaterThan(0, description);

    [Fact]
    public void Municipality_with_the_name_of_the_service_gets_no_distribution_point() => Should.Throw<ArgumentException>(
        () => AuthorityNaming.Lab(MyNumber.Jpki.Certificates.CertificatePurpose.Signature).DistributionPoint(new Municipality("13221", "Tokyo-to", "地方公共団体情報システム機構")));
}
