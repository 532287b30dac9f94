using System.Text;
using MyNumber.Numbering.People;

namespace MyNumber.Numbering.Tests.People;

public sealed class OtherFormsTests
{
    private const string Name = "見本　花子";
    private const string Address = "東京都千代田区見本町２－１－２";

    [Theory]
    [InlineData("ladder 高", "髙橋　一", "高橋　一", FoldingKinds.KanjiVariant)]
    [InlineData("standing 崎", "山﨑　一", "山崎　一", FoldingKinds.KanjiVariant)]
    [InlineData("three forms of 辺", "渡邊　一", "渡邉　一", FoldingKinds.KanjiVariant)]
    [InlineData("斎 and 齋", "斎藤　一", "齋藤　一", FoldingKinds.KanjiVariant)]
    [InlineData("斉 and 齊", "斉藤　一", "齊藤　一", FoldingKinds.KanjiVariant)]
    [InlineData("浜 and 濵", "浜田　一", "濵田　一", FoldingKinds.KanjiVariant)]
    [InlineData("徳 and 德", "徳田　一", "德田　一", FoldingKinds.KanjiVariant)]
    [InlineData("beyond the first plane", "吉田　一", "\U00020BB7田　一", FoldingKinds.KanjiVariant)]
    [InlineData("compatibility ideograph", "神田　一", "\uFA19田　一", FoldingKinds.CompatibilityIdeograph)]
    [InlineData("variation selector", "葛\U000E0100城　一", "葛城　一", FoldingKinds.VariationSelector)]
    [InlineData("repeat mark", "佐々木　一", "佐佐木　一", FoldingKinds.RepeatMark)]
    [InlineData("hiragana and katakana", "みほん　はなこ", "ミホン　ハナコ", FoldingKinds.Kana)]
    [InlineData("half-width kana with marks", "ﾐﾎﾝ ｶﾞﾊﾟ", "ミホン　ガパ", FoldingKinds.Kana)]
    [InlineData("small letters", "Mihon Hanako", "ＭＩＨＯＮ　ＨＡＮＡＫＯ", FoldingKinds.LetterCase)]
    public void Name_in_another_form_is_told_and_needs_a_person(string description, string form, string certificate, FoldingKinds kind)
    {
        FourAttributesComparison report = Compare(form, Address, certificate, Address);
        report[PersonAttribute.Name].ShouldBe(AttributeOutcome.SameInOtherForm, description);
        (report.Rows[0].Kinds & kind).ShouldBe(kind, description);
        report.Verdict.ShouldBe(ComparisonVerdict.MatchInOtherForm);
        FourAttributesComparison.Compare(Person(form, Address), Person(certificate, Address)).Verdict.ShouldBe(ComparisonVerdict.Mismatch, "not asked for");
    }

    [Theory]
    [InlineData("words for hyphens", "東京都千代田区見本町2丁目1番2号", FoldingKinds.NumberWords)]
    [InlineData("banchi and no", "東京都千代田区見本町2丁目1番地の2", FoldingKinds.NumberWords)]
    [InlineData("kanji numerals", "東京都千代田区見本町二丁目一番二号", FoldingKinds.Numeral)]
    [InlineData("kanji numerals with hyphens", "東京都千代田区見本町二－一－二", FoldingKinds.Numeral)]
    [InlineData("box drawing as hyphen", "東京都千代田区見本町2\u25001\u25002", FoldingKinds.Hyphen)]
    [InlineData("a space between numbers", "東京都千代田区見本町2 1 2", FoldingKinds.Space)]
    [InlineData("no prefecture", "千代田区見本町2-1-2", FoldingKinds.Prefecture)]
    public void Address_in_another_form_is_told_and_needs_a_person(string description, string form, FoldingKinds kind)
    {
        FourAttributesComparison report = Compare(Name, form, Name, Address);
        report[PersonAttribute.Address].ShouldBe(AttributeOutcome.SameInOtherForm, description);
        (report.Rows[1].Kinds & kind).ShouldBe(kind, description);
        report.Verdict.ShouldBe(ComparisonVerdict.MatchInOtherForm);
    }

    [Theory]
    [InlineData("ten", "見本町十丁目", "見本町10丁目")]
    [InlineData("twenty-three", "見本町二十三番地", "見本町23")]
    [InlineData("one hundred and one", "見本町1-2 百一号室", "見本町1-2-101")]
    [InlineData("positional zero", "見本町一〇番", "見本町10")]
    [InlineData("streets in the north", "北一条西二丁目", "北1条西2丁目")]
    [InlineData("oaza", "大字見本字仲1", "見本字仲1")]
    [InlineData("aza after a village", "見本村字仲1", "見本村仲1")]
    [InlineData("small ke", "霞ヶ関1", "霞が関1")]
    [InlineData("large ke", "霞ケ関1", "霞ヶ関1")]
    [InlineData("no between kanji", "井の頭1", "井之頭1")]
    [InlineData("small tsu", "三ッ沢1", "三ツ沢1")]
    [InlineData("variants of the place", "澤田町1", "沢田町1")]
    [InlineData("a building after a space", "見本町1-2 見本ハイツ101号室", "見本町１－２見本ハイツ１０１")]
    public void Forms_of_an_address_come_out_the_same_and_told(string description, string form, string certificate)
    {
        AttributeComparison row = Compare(Name, form, Name, certificate).Rows[1];
        row.Outcome.ShouldBe(AttributeOutcome.SameInOtherForm, description);
        row.Foldings.ShouldNotBeEmpty(description);
    }

    [Theory]
    [InlineData("hyphen at another place", "見本町1-23", "見本町12-3")]
    [InlineData("hyphen left out", "見本町123", "見本町1-2-3")]
    [InlineData("another number", "見本町2丁目1番3号", "見本町2-1-2")]
    [InlineData("another numeral", "見本町二丁目", "見本町3丁目")]
    [InlineData("a lot more", "見本町1-2", "見本町1-2-3")]
    [InlineData("a digit more", "見本町1-2", "見本町1-23")]
    [InlineData("another prefecture", "東京都見本市1", "大阪府見本市1")]
    [InlineData("place with a numeral in its name", "三田1", "田1")]
    [InlineData("a town called first and a lot one", "一番町2", "1-町2")]
    [InlineData("aza inside of a name", "十文字町1", "十文町1")]
    [InlineData("another building", "見本町1-2見本ハイツ", "見本町1-2見本コーポ")]
    [InlineData("long vowel of a building", "見本町1見本ハイツー1", "見本町1見本ハイツ1")]
    [InlineData("building three, not number three", "見本町1-3号棟", "見本町1-3")]
    public void Addresses_of_different_places_stay_different(string description, string form, string certificate)
    {
        Compare(Name, form, Name, certificate)[PersonAttribute.Address].ShouldBeOneOf(
            description.StartsWith("building", StringComparison.Ordinal) ? AttributeOutcome.SameButForBuilding : AttributeOutcome.Different, AttributeOutcome.Different);
        Compare(Name, certificate, Name, form).Verdict.ShouldBeOneOf([ComparisonVerdict.Mismatch, ComparisonVerdict.NeedsClerk], description);
    }

    [Theory]
    [InlineData("another kanji", "見木　花子", "見本　花子")]
    [InlineData("similar but no variant", "土田　一", "士田　一")]
    [InlineData("大 and 太", "大田　一", "太田　一")]
    [InlineData("坂 and 阪 are two names", "坂本　一", "阪本　一")]
    [InlineData("circled digit that NFKC would merge", "見本①", "見本1")]
    [InlineData("squared word that NFKC would merge", "㈱見本", "(株)見本")]
    [InlineData("roman numeral that NFKC would merge", "見本Ⅱ", "見本II")]
    [InlineData("voiced kana", "ミホン　ハ", "ミホン　バ")]
    public void Different_names_stay_different(string description, string form, string certificate)
    {
        Compare(form, Address, certificate, Address).Verdict.ShouldBe(ComparisonVerdict.Mismatch, description);
        Compare(certificate, Address, form, Address).Verdict.ShouldBe(ComparisonVerdict.Mismatch, description);
    }

    [Fact]
    public void Compatibility_ideographs_are_told_apart_where_nfkc_would_say_nothing()
    {
        "\uFA19".Normalize(NormalizationForm.FormKC).ShouldBe("神");
        AttributeComparison row = Compare("神\uFA19子", Address, "神神子", Address).Rows[0];
        row.Outcome.ShouldBe(AttributeOutcome.SameInOtherForm);
        row.Foldings.ShouldBe([new TextFolding(FoldingKinds.CompatibilityIdeograph, 1, 1)]);
    }

    [Fact]
    public void Twelve_compatibility_codes_are_characters_of_their_own()
    {
        // U+FA0E, FA0F, FA11, FA13, FA14, FA1F, FA21, FA23, FA24, FA27, FA28, FA29 have no decomposition in the Unicode Character Database; 﨑 is one of them.
        Compare("\uFA0E一", Address, "兀一", Address).Verdict.ShouldBe(ComparisonVerdict.Mismatch);
        Compare("\uFA11一", Address, "崎一", Address).Rows[0].Kinds.ShouldBe(FoldingKinds.KanjiVariant);
    }

    [Fact]
    public void Places_are_counted_in_characters_on_both_sides()
    {
        AttributeComparison row = Compare("\U00020BB7田 髙子", Address, "吉田　高子", Address).Rows[0];
        row.Foldings.ShouldBe([
            new TextFolding(FoldingKinds.KanjiVariant, 0, 0),
            new TextFolding(FoldingKinds.Space, 1, 1),
            new TextFolding(FoldingKinds.KanjiVariant, 3, 3)]);
    }

    [Fact]
    public void What_is_typed_otherwise_on_both_sides_alike_is_no_folding() =>
        Compare("髙橋　一", Address, "髙橋 一", Address).Rows[0].Foldings.ShouldBe([new TextFolding(FoldingKinds.Space, 1, 1)]);

    [Fact]
    public void A_match_tells_its_folds_too()
    {
        FourAttributesComparison report = Compare("見本 花子", "東京都千代田区見本町2-1-2", Name, Address);
        report.Verdict.ShouldBe(ComparisonVerdict.Match);
        report.Rows[0].Kinds.ShouldBe(FoldingKinds.Space);
        report.Rows[1].Kinds.ShouldBe(FoldingKinds.Width | FoldingKinds.Hyphen);
        Compare(Name, Address, Name, Address).Rows.ShouldAllBe(row => row.Foldings.Count == 0);
    }

    [Theory]
    [InlineData("a building on the form", "東京都千代田区見本町2-1-2 見本ハイツ101", Address)]
    [InlineData("a building in the certificate", Address, "東京都千代田区見本町２丁目１番２号見本ハイツ")]
    public void A_building_on_one_side_only_needs_a_clerk(string description, string form, string certificate)
    {
        FourAttributesComparison report = Compare(Name, form, Name, certificate);
        report[PersonAttribute.Address].ShouldBe(AttributeOutcome.SameButForBuilding, description);
        (report.Rows[1].Kinds & FoldingKinds.Building).ShouldBe(FoldingKinds.Building);
        report.Verdict.ShouldBe(ComparisonVerdict.NeedsClerk);
    }

    [Fact]
    public void A_marked_character_cannot_be_decided_by_a_fold()
    {
        FourAttributesComparison report = FourAttributesComparison.Compare(Person("髙橋　一", Address), Person("高橋　一", Address), "1000", reach: ComparisonReach.OtherForms);
        report[PersonAttribute.Name].ShouldBe(AttributeOutcome.PossiblySubstituted);
        report.Verdict.ShouldBe(ComparisonVerdict.NeedsClerk);
    }

    [Fact]
    public void A_mark_and_a_fold_together_stay_undecided() =>
        FourAttributesComparison.Compare(Person("髙端　一", Address), Person("高〓　一", Address), "0100", reach: ComparisonReach.OtherForms)[PersonAttribute.Name]
            .ShouldBe(AttributeOutcome.PossiblySubstituted);

    [Fact]
    public void A_mark_elsewhere_does_not_excuse_a_difference() =>
        FourAttributesComparison.Compare(Person("見木　花子", Address), Person("見本　〓子", Address), "00010", reach: ComparisonReach.OtherForms).Verdict.ShouldBe(ComparisonVerdict.Mismatch);

    [Theory]
    [InlineData("another year, day unknown", "419900401", "419910400")]
    [InlineData("another month, day unknown", "419900401", "419900500")]
    [InlineData("another day, year unknown", "419900401", "000000402")]
    public void Known_parts_that_contradict_make_a_difference(string description, string form, string certificate) =>
        FourAttributesComparison.Compare(Person(Name, Address, form), Person(Name, Address, certificate))[PersonAttribute.BirthDate].ShouldBe(AttributeOutcome.Different, description);

    [Fact]
    public void The_report_shows_no_character_of_either_text()
    {
        FourAttributesComparison report = Compare("髙橋　一", Address, "高橋　一", Address);
        (report + string.Concat(report.Rows[0].Foldings)).ShouldNotContain("橋");
    }

    [Fact]
    public void Texts_of_any_length_and_half_characters_do_not_throw()
    {
        foreach (string text in new[] { "\uD842", "\uDFB7", new string('一', 2000), new string('-', 500), "1" + new string(' ', 500) + "2", "丁目番号", "ﾞﾟ", "\uFE00", "千番", "〇十番" })
        {
            Compare(text, text + "1", "x", "y").Verdict.ShouldBe(ComparisonVerdict.Mismatch);
        }
    }

    private static FourAttributesComparison Compare(string formName, string formAddress, string certificateName, string certificateAddress) =>
        FourAttributesComparison.Compare(Person(formName, formAddress), Person(certificateName, certificateAddress), reach: ComparisonReach.OtherForms);

    private static FourAttributes Person(string name, string address, string birth = "419900401")
    {
        BirthDate.TryParseCertificate(Encoding.ASCII.GetBytes(birth), out BirthDate date).ShouldBeTrue();
        return new FourAttributes(name, address, date, Sex.Female);
    }
}
