using MyNumber.Jpki.Services.IdentityChecks;
using static MyNumber.Jpki.Services.IdentityChecks.IdentityCondition;
using static MyNumber.Jpki.Services.IdentityChecks.IdentityDocument;

namespace MyNumber.Jpki.Tests.Services.IdentityChecks;

public sealed class IdentityRulesTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory]
    [InlineData("one card does both", "番号①", "身元①", new[] { IndividualNumberCard })]
    [InlineData("record and licence", "番号③", "身元②", new[] { ResidentRecordWithNumber, DrivingLicence })]
    [InlineData("record and passport", "番号③", "身元②", new[] { ResidentRecordWithNumber, Passport })]
    [InlineData("record and residence card", "番号③", "身元②", new[] { ResidentRecordWithNumber, ResidenceCard })]
    public void Documents_of_the_better_rows_are_sufficient(string description, string number, string person, IdentityDocument[] documents)
    {
        foreach (IdentitySituation situation in new[] { IdentitySituation.InPerson, IdentitySituation.ByPost })
        {
            IdentityCheckResult result = Judge(documents, situation: situation);
            result.Outcome.ShouldBe(IdentityCheckOutcome.Sufficient, description);
            result.Number.Rules.ShouldHaveSingleItem().Id.ShouldBe(number);
            result.Person.Rules.ShouldHaveSingleItem().Id.ShouldBe(person);
        }
    }

    [Theory]
    [InlineData("nothing", new IdentityDocument[0])]
    [InlineData("the number alone", new[] { ResidentRecordWithNumber })]
    [InlineData("the person alone", new[] { DrivingLicence })]
    [InlineData("a document that no row names", new[] { Other, ResidentRecordWithNumber })]
    public void Less_than_both_halves_is_not_sufficient(string description, IdentityDocument[] documents)
    {
        IdentityCheckResult result = Judge(documents, BetterPersonRowsAreDifficult);
        result.Outcome.ShouldBe(IdentityCheckOutcome.Insufficient, description);
        string.Join('\n', result.ExplainInJapanese()).ShouldContain("個人番号のみでの本人確認はできない");
    }

    [Fact]
    public void Two_documents_suffice_only_where_the_better_rows_are_difficult()
    {
        IdentityDocument[] documents = [ResidentRecordWithNumber, PensionHandbook, ChildRearingAllowanceCertificate];
        Judge(documents, BetterPersonRowsAreDifficult).Person.Rules.ShouldHaveSingleItem().Id.ShouldBe("身元④ア");
        Without(documents, BetterPersonRowsAreDifficult).Outcome.ShouldBe(IdentityCheckOutcome.Insufficient);
        IdentityCheckResult open = Judge(documents);
        open.Outcome.ShouldBe(IdentityCheckOutcome.Undetermined);
        open.Person.OpenConditions.ShouldContain(BetterPersonRowsAreDifficult);
    }

    [Theory]
    [InlineData("one", new[] { ResidentRecordWithNumber, PensionHandbook })]
    [InlineData("the same kind twice", new[] { ResidentRecordWithNumber, PensionHandbook, PensionHandbook })]
    public void One_document_without_photograph_is_open_until_the_tax_row_is_ruled_out(string description, IdentityDocument[] documents)
    {
        Judge(documents, BetterPersonRowsAreDifficult).Person.OpenConditions.ShouldBe([TaxMatter], description);
        Without(documents, TaxMatter, BetterPersonRowsAreDifficult).Outcome.ShouldBe(IdentityCheckOutcome.Insufficient, description);
    }

    [Fact]
    public void Two_accepted_documents_are_two()
    {
        Judge([ResidentRecordWithNumber, AcceptedDocumentWithoutPhoto, AcceptedDocumentWithoutPhoto], BetterPersonRowsAreDifficult, DocumentIsFoundSuitable).Outcome.ShouldBe(IdentityCheckOutcome.Sufficient);
        Judge([ResidentRecordWithNumber, AcceptedDocumentWithoutPhoto], BetterPersonRowsAreDifficult, DocumentIsFoundSuitable).Outcome.ShouldBe(IdentityCheckOutcome.Insufficient);
    }

    [Theory]
    [InlineData("found suitable by nobody yet", null, IdentityCheckOutcome.Undetermined)]
    [InlineData("found suitable", true, IdentityCheckOutcome.Sufficient)]
    [InlineData("found unsuitable", false, IdentityCheckOutcome.Insufficient)]
    public void A_document_with_photograph_needs_somebody_who_finds_it_suitable(string description, bool? suitable, IdentityCheckOutcome outcome)
    {
        Dictionary<IdentityCondition, bool> known = suitable is { } said ? new() { [DocumentIsFoundSuitable] = said } : [];
        IdentityRules.Default.Judge(new IdentityCheckRequest { Situation = IdentitySituation.InPerson, Day = Day, Documents = [ResidentRecordWithNumber, AcceptedDocumentWithPhoto], Known = known })
            .Outcome.ShouldBe(outcome, description);
    }

    [Theory]
    [InlineData("inquiry by an office", InquiryToAgency, new[] { BetterNumberRowsAreDifficult, AskerUsesNumbers }, IdentityCheckOutcome.Sufficient)]
    [InlineData("inquiry by nobody in particular", InquiryToAgency, new[] { BetterNumberRowsAreDifficult }, IdentityCheckOutcome.Undetermined)]
    [InlineData("register by the mayor", ResidentRegister, new[] { BetterNumberRowsAreDifficult, AskerIsMayor }, IdentityCheckOutcome.Sufficient)]
    [InlineData("register by another", ResidentRegister, new[] { BetterNumberRowsAreDifficult, AskerUsesNumbers }, IdentityCheckOutcome.Undetermined)]
    [InlineData("an earlier file", EarlierFile, new[] { BetterNumberRowsAreDifficult }, IdentityCheckOutcome.Sufficient)]
    [InlineData("an earlier file while a better row is easy", EarlierFile, new[] { AskerUsesNumbers }, IdentityCheckOutcome.Undetermined)]
    public void The_lower_rows_of_the_number_have_their_conditions(string description, IdentityDocument document, IdentityCondition[] known, IdentityCheckOutcome outcome) =>
        Judge([document, DrivingLicence], known).Outcome.ShouldBe(outcome, description);

    [Theory]
    [InlineData("told of the number alone", BetterNumberRowsAreDifficult, IdentityCheckOutcome.Sufficient, IdentityCheckOutcome.Undetermined)]
    [InlineData("told of the person alone", BetterPersonRowsAreDifficult, IdentityCheckOutcome.Undetermined, IdentityCheckOutcome.Sufficient)]
    public void What_is_difficult_for_one_half_opens_no_row_of_the_other(string description, IdentityCondition known, IdentityCheckOutcome number, IdentityCheckOutcome person)
    {
        IdentityCheckResult result = Judge([EarlierFile, PensionHandbook, ChildRearingAllowanceCertificate], known);
        (result.Number.Outcome, result.Person.Outcome).ShouldBe((number, person), description);
        result.Outcome.ShouldBe(IdentityCheckOutcome.Undetermined, description);
    }

    [Theory]
    [InlineData("one insurance card while it was valid", HealthInsuranceCard, "2025-12-01", IdentityCheckOutcome.Sufficient)]
    [InlineData("an insurance card that has ended", HealthInsuranceCard, "2025-12-02", IdentityCheckOutcome.Insufficient)]
    [InlineData("a special allowance certificate", SpecialChildRearingAllowanceCertificate, "2026-11-21", IdentityCheckOutcome.Sufficient)]
    public void In_a_tax_matter_one_document_suffices(string description, IdentityDocument document, string day, IdentityCheckOutcome outcome) =>
        Judge([ResidentRecordWithNumber, document], DateOnly.Parse(day), BetterPersonRowsAreDifficult, TaxMatter).Outcome.ShouldBe(outcome, description);

    [Fact]
    public void An_earlier_tax_return_does_not_serve_a_refund()
    {
        IdentityDocument[] documents = [ResidentRecordWithNumber, FactsOfEarlierTaxReturn];
        Judge(documents, BetterPersonRowsAreDifficult, TaxMatter, OtherTaxMeasuresAreDifficult, NoRefundClaim).Outcome.ShouldBe(IdentityCheckOutcome.Sufficient);
        Judge(documents, BetterPersonRowsAreDifficult, TaxMatter, OtherTaxMeasuresAreDifficult).Person.OpenConditions.ShouldBe([NoRefundClaim]);
    }

    [Fact]
    public void Employment_serves_the_person_and_never_the_number()
    {
        Judge([ResidentRecordWithNumber], PlainlyTheSamePerson).Person.Rules.ShouldHaveSingleItem().Id.ShouldBe("身元⑥");
        Judge([], PlainlyTheSamePerson).Outcome.ShouldBe(IdentityCheckOutcome.Insufficient);
        Without([ResidentRecordWithNumber], PlainlyTheSamePerson).Outcome.ShouldBe(IdentityCheckOutcome.Insufficient);
    }

    [Theory]
    [InlineData("the last day of the cards", "2020-05-24", false, IdentityCheckOutcome.Sufficient)]
    [InlineData("the day after, unknown", "2020-05-25", false, IdentityCheckOutcome.Undetermined)]
    [InlineData("the day after, unchanged", "2020-05-25", true, IdentityCheckOutcome.Sufficient)]
    [InlineData("before the act", "2015-10-04", true, IdentityCheckOutcome.Undetermined)]
    public void A_notification_card_serves_by_its_day(string description, string day, bool unchanged, IdentityCheckOutcome outcome) =>
        Judge([NotificationCard, DrivingLicence], DateOnly.Parse(day), unchanged ? [NotificationCardIsUnchanged] : []).Outcome.ShouldBe(outcome, description);

    [Theory]
    [InlineData("online", IdentitySituation.OnlineWithJpki)]
    [InlineData("by a representative", IdentitySituation.ByProxy)]
    [InlineData("a situation beyond the known", (IdentitySituation)9)]
    public void What_the_table_does_not_say_is_undetermined_even_with_the_card(string description, IdentitySituation situation)
    {
        IdentityCheckResult result = Judge([IndividualNumberCard], situation: situation);
        result.Outcome.ShouldBe(IdentityCheckOutcome.Undetermined, description);
        result.Number.Rules.ShouldBeEmpty();
        result.ExplainInEnglish().ShouldContain("Number check: no row for this situation and day.");
    }

    [Fact]
    public void Every_statement_names_rule_clause_and_source_in_both_languages()
    {
        IdentityCheckResult result = Judge([ResidentRecordWithNumber]);
        result.ExplainInJapanese().ShouldContain(line => line.StartsWith("番号③ ", StringComparison.Ordinal) && line.Contains("(令12①)") && line.Contains("出典: "));
        result.ExplainInEnglish().ShouldContain(line => line.StartsWith("身元② one of: driving licence", StringComparison.Ordinal) && line.Contains("(則1①一、則2一)") && line.Contains("Source: "));
        result.ToString().ShouldBe("Insufficient (Number: Sufficient, Person: Insufficient)");
        Judge([AcceptedDocumentWithNumber, DrivingLicence]).ExplainInJapanese().ShouldContain(line => line.Contains("適当と認めるか"));
    }

    [Fact]
    public void Every_condition_and_every_document_of_the_table_is_used()
    {
        IdentityRules.Default.Rows.SelectMany(row => row.Conditions).Distinct().Order().ShouldBe(Enum.GetValues<IdentityCondition>());
        IdentityRules.Default.Rows.SelectMany(row => row.Documents).Distinct().Order().ShouldBe(Enum.GetValues<IdentityDocument>().Where(document => document != Other));
    }

    [Fact]
    public void A_table_that_does_not_decide_is_refused()
    {
        IdentityRule row = IdentityRules.Default.Rows[0];
        Should.Throw<ArgumentException>(() => new IdentityRules([row, row with { English = "again" }]));
        Should.Throw<ArgumentException>(() => new IdentityRules([row with { Count = 2 }]));
        Should.Throw<ArgumentException>(() => new IdentityRules([row with { Count = 0 }]));
        Should.Throw<ArgumentException>(() => new IdentityRules([row with { Until = row.From!.Value.AddDays(-1) }]));
        new IdentityRules([row]).Judge(new IdentityCheckRequest { Situation = IdentitySituation.InPerson, Day = Day, Documents = [IndividualNumberCard] }).Outcome.ShouldBe(IdentityCheckOutcome.Undetermined);
    }

    private static IdentityCheckResult Judge(IdentityDocument[] documents, params IdentityCondition[] known) => Judge(documents, Day, known);

    private static IdentityCheckResult Judge(IdentityDocument[] documents, DateOnly day, params IdentityCondition[] known) =>
        IdentityRules.Default.Judge(new IdentityCheckRequest { Situation = IdentitySituation.InPerson, Day = day, Documents = documents, Known = known.ToDictionary(condition => condition, _ => true) });

    private static IdentityCheckResult Judge(IdentityDocument[] documents, IdentitySituation situation) =>
        IdentityRules.Default.Judge(new IdentityCheckRequest { Situation = situation, Day = Day, Documents = documents });

    private static IdentityCheckResult Without(IdentityDocument[] documents, IdentityCondition missing, params IdentityCondition[] known)
    {
        Dictionary<IdentityCondition, bool> all = known.ToDictionary(condition => condition, _ => true);
        all[missing] = false;
        return IdentityRules.Default.Judge(new IdentityCheckRequest { Situation = IdentitySituation.InPerson, Day = Day, Documents = documents, Known = all });
    }
}
