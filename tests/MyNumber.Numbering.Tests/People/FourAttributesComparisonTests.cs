using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Tests.People;

public sealed class FourAttributesComparisonTests
{
    private const string Name = "見本　花子";
    private const string Address = "東京都千代田区霞が関２－１－２";
    private static readonly FourAttributes Certificate = Person(Name, Address);

    [Fact]
    public void Same_person_matches_in_four_rows()
    {
        FourAttributesComparison report = FourAttributesComparison.Compare(Person(Name, Address), Certificate, "00000", "000000000000000");
        report.Verdict.ShouldBe(ComparisonVerdict.Match);
        report.Rows.Select(row => row.Attribute).ShouldBe([PersonAttribute.Name, PersonAttribute.Address, PersonAttribute.BirthDate, PersonAttribute.Sex]);
        report.Rows.ShouldAllBe(row => row.Outcome == AttributeOutcome.Same);
    }

    [Theory]
    [InlineData("half-width space in the name", "見本 花子", Address, PersonAttribute.Name)]
    [InlineData("half-width digits and hyphens", Name, "東京都千代田区霞が関2-1-2", PersonAttribute.Address)]
    [InlineData("long-vowel signs as hyphens", Name, "東京都千代田区霞が関２ー１ー２", PersonAttribute.Address)]
    [InlineData("minus signs as hyphens", Name, "東京都千代田区霞が関２\u2212１\u2212２", PersonAttribute.Address)]
    public void Spelling_matches_when_folded(string description, string name, string address, PersonAttribute attribute)
    {
        FourAttributesComparison report = FourAttributesComparison.Compare(Person(name, address), Certificate);
        report[attribute].ShouldBe(AttributeOutcome.SameWhenFolded, description);
        report.Verdict.ShouldBe(ComparisonVerdict.Match);
    }

    [Theory]
    [InlineData("no space in the form's name", "見本花子", Address, PersonAttribute.Name)]
    [InlineData("a space too many in the form's name", "見本　花　子", Address, PersonAttribute.Name)]
    [InlineData("a space in the form's address", Name, "東京都千代田区　霞が関２－１－２", PersonAttribute.Address)]
    public void Difference_in_spaces_only_needs_a_clerk(string description, string name, string address, PersonAttribute attribute)
    {
        FourAttributesComparison report = FourAttributesComparison.Compare(Person(name, address), Certificate);
        report[attribute].ShouldBe(AttributeOutcome.SameButForSpaces, description);
        report.Verdict.ShouldBe(ComparisonVerdict.NeedsClerk);
    }

    [Theory]
    [InlineData("one kanji for one mark", "髙橋　一", "〓橋　一", "1000")]
    [InlineData("a kanji beyond the first plane", "\U00020BB7田　一", "吉田　一", "1000")]
    [InlineData("one kanji for two kana", "﨑田　一", "サキ田　一", "11000")]
    [InlineData("two kanji for two marks", "﨑髙田　一", "〓〓田　一", "11000")]
    [InlineData("a mark beside a folded space", "髙橋 一", "〓橋　一", "1000")]
    public void Difference_at_marked_characters_needs_a_clerk(string description, string form, string certificate, string flags)
    {
        FourAttributesComparison report = FourAttributesComparison.Compare(Person(form, Address), Person(certificate, Address), flags);
        report[PersonAttribute.Name].ShouldBe(AttributeOutcome.PossiblySubstituted, description);
        report.Verdict.ShouldBe(ComparisonVerdict.NeedsClerk);
    }

    [Theory]
    [InlineData("no marks", "髙橋　一", "高橋　一", null)]
    [InlineData("mark at another character", "髙橋　一", "高橋　一", "0100")]
    [InlineData("another difference beside the mark", "髙端　一", "〓橋　一", "1000")]
    [InlineData("marked character left out", "橋　一", "〓橋　一", "1000")]
    [InlineData("more characters than the certificate has", "髙野橋　一", "〓橋　一", "1000")]
    [InlineData("all marks zero", "髙橋　一", "高橋　一", "0000")]
    public void Difference_that_no_mark_explains_is_a_mismatch(string description, string form, string certificate, string? flags)
    {
        FourAttributesComparison report = FourAttributesComparison.Compare(Person(form, Address), Person(certificate, Address), flags);
        report[PersonAttribute.Name].ShouldBe(AttributeOutcome.Different, description);
        report.Verdict.ShouldBe(ComparisonVerdict.Mismatch);
    }

    [Theory]
    [InlineData("too few marks", "100")]
    [InlineData("too many marks", "10000")]
    [InlineData("another sign", "1x00")]
    public void Marks_that_do_not_fit_the_text_cannot_be_used(string description, string flags) =>
        FourAttributesComparison.Compare(Person("髙橋　一", Address), Person("〓橋　一", Address), flags)[PersonAttribute.Name]
            .ShouldBe(AttributeOutcome.CannotCompare, description);

    [Fact]
    public void Marks_of_the_address_explain_the_address_only()
    {
        FourAttributes form = Person("見木　花子", "葛飾区"), certificate = Person(Name, "〓飾区");
        FourAttributesComparison report = FourAttributesComparison.Compare(form, certificate, addressSubstitutions: "100");
        report[PersonAttribute.Name].ShouldBe(AttributeOutcome.Different);
        report[PersonAttribute.Address].ShouldBe(AttributeOutcome.PossiblySubstituted);
    }

    [Theory]
    [InlineData("same day", "419900401", "419900401", AttributeOutcome.Same)]
    [InlineData("another day", "419900402", "419900401", AttributeOutcome.Different)]
    [InlineData("era boundary, other day", "319890107", "419890108", AttributeOutcome.Different)]
    [InlineData("day unknown in the certificate", "419900401", "419900400", AttributeOutcome.CannotCompare)]
    [InlineData("unknown on both sides alike", "000000000", "000000000", AttributeOutcome.CannotCompare)]
    [InlineData("certificate's era is not the date's", "319890107", "419890107", AttributeOutcome.CannotCompare)]
    [InlineData("certificate's era unknown", "419900401", "019900401", AttributeOutcome.CannotCompare)]
    public void Birth_dates_compare_when_both_are_known(string description, string form, string certificate, AttributeOutcome expected) =>
        FourAttributesComparison.Compare(Person(Name, Address, form), Person(Name, Address, certificate))[PersonAttribute.BirthDate]
            .ShouldBe(expected, description);

    [Theory]
    [InlineData("same", Sex.Female, Sex.Female, AttributeOutcome.Same)]
    [InlineData("other", Sex.Male, Sex.Female, AttributeOutcome.Different)]
    [InlineData("unknown in the form", Sex.Unknown, Sex.Female, AttributeOutcome.CannotCompare)]
    [InlineData("not applicable in the certificate", Sex.Male, Sex.NotApplicable, AttributeOutcome.CannotCompare)]
    [InlineData("unknown on both sides", Sex.Unknown, Sex.Unknown, AttributeOutcome.CannotCompare)]
    [InlineData("a value outside the enumeration", (Sex)3, (Sex)3, AttributeOutcome.CannotCompare)]
    public void Sexes_compare_when_both_are_known(string description, Sex form, Sex certificate, AttributeOutcome expected) =>
        FourAttributesComparison.Compare(Person(Name, Address, sex: form), Person(Name, Address, sex: certificate))[PersonAttribute.Sex]
            .ShouldBe(expected, description);

    [Theory]
    [InlineData("both empty", "", "")]
    [InlineData("spaces only", "　", " ")]
    [InlineData("form empty", "", "見本　花子")]
    public void Empty_name_never_matches(string description, string form, string certificate) =>
        FourAttributesComparison.Compare(Person(form, Address), Person(certificate, Address)).Verdict.ShouldBe(ComparisonVerdict.NeedsClerk, description);

    [Fact]
    public void A_difference_outweighs_what_cannot_be_compared() =>
        FourAttributesComparison.Compare(Person("見木　花子", Address, "000000000"), Certificate).Verdict.ShouldBe(ComparisonVerdict.Mismatch);

    [Fact]
    public void Report_names_attributes_and_outcomes_and_no_value() =>
        FourAttributesComparison.Compare(Person("見木　花子", "東京都千代田区霞が関2-1-2", "419900400"), Certificate).ToString()
            .ShouldBe("Mismatch (Name: Different, Address: SameWhenFolded, BirthDate: CannotCompare, Sex: Same)");

    [Fact]
    public void Raw_strings_stay_as_they_are()
    {
        FourAttributes form = Person(" 見本 花子 ", "霞が関2ー1");
        FourAttributesComparison.Compare(form, Certificate);
        (form.Name, form.Address).ShouldBe((" 見本 花子 ", "霞が関2ー1"));
    }

    [Fact]
    public void Replacing_marked_characters_never_makes_a_difference() =>
        Check.QuickThrowOnFailure(Prop.ForAll(MarkedNames, characters =>
        {
            string form = string.Concat(characters.Select(c => c.Character));
            string certificate = string.Concat(characters.Select(c => c.Marked ? '〓' : c.Character));
            string flags = string.Concat(characters.Select(c => c.Marked ? '1' : '0'));
            return FourAttributesComparison.Compare(Person(form, Address), Person(certificate, Address), flags)[PersonAttribute.Name]
                == (characters.Any(c => c.Marked) ? AttributeOutcome.PossiblySubstituted : AttributeOutcome.Same);
        }));

    [Fact]
    public void Changing_an_unmarked_character_is_always_a_difference() =>
        Check.QuickThrowOnFailure(Prop.ForAll(MarkedNames, characters =>
        {
            string form = string.Concat(characters.Select(c => c.Character)) + "見";
            string certificate = string.Concat(characters.Select(c => c.Marked ? '〓' : c.Character)) + "木";
            string flags = string.Concat(characters.Select(c => c.Marked ? '1' : '0')) + "0";
            return FourAttributesComparison.Compare(Person(form, Address), Person(certificate, Address), flags)[PersonAttribute.Name] == AttributeOutcome.Different;
        }));

    [Fact]
    public void Unknown_attribute_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => FourAttributesComparison.Compare(Certificate, Certificate)[(PersonAttribute)4]);

    private static Arbitrary<(char Character, bool Marked)[]> MarkedNames =>
        Gen.Choose('一', '龥').Select(code => (char)code).Zip(ArbMap.Default.GeneratorFor<bool>()).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();

    private static FourAttributes Person(string name, string address, string birthDate = "419900401", Sex sex = Sex.Female)
    {
        BirthDate.TryParseCertificate(Encoding.ASCII.GetBytes(birthDate), out BirthDate date).ShouldBeTrue();
        return new FourAttributes(name, address, date, sex);
    }
}
