using MyNumber.Numbering.People;

namespace MyNumber.Architecture.Tests.Documents;

public sealed class NumberingSnippets
{
    [Fact]
    public void Both_written_forms_of_a_birth_date()
    {
        #region birth-date
        BirthDate.TryParseCard("19890107"u8, out BirthDate card);                  // the card: YYYYMMDD
        BirthDate.TryParseCertificate("319890107"u8, out BirthDate certificate);   // the certificate: E YYYY MM DD, E = 3 昭和
        bool same = card == certificate;                                           // true: the card's era follows from the date
        BirthDate.TryParseCertificate("419890107"u8, out BirthDate contradictory);
        bool consistent = contradictory.IsEraConsistent;                           // false: 平成 began a day later
        #endregion
        same.ShouldBeTrue();
        consistent.ShouldBeFalse();
    }

    [Fact]
    public void Form_is_compared_with_the_certificate()
    {
        BirthDate birth = new(new DateOnly(1990, 4, 1));
        #region compare-attributes
        FourAttributes form = new("見本 花子", "東京都千代田区見本町2-1-2", birth, Sex.Female);
        FourAttributes certificate = new("見本　花子", "東京都千代田区見本町２－１－２", birth, Sex.Female);
        FourAttributesComparison report = FourAttributesComparison.Compare(form, certificate, nameSubstitutions: "00000");
        string line = report.ToString();
        // Match (Name: SameWhenFolded, Address: SameWhenFolded, BirthDate: Same, Sex: Same)
        #endregion
        line.ShouldBe("Match (Name: SameWhenFolded, Address: SameWhenFolded, BirthDate: Same, Sex: Same)");
    }
}
