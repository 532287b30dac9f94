using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Residents;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Core;
using MyNumber.Numbering.People;

namespace MyNumber.Linkage.Tests.Residents;

public sealed class IdentityDeskTests
{
    private readonly Desk _desk = new();

    public IdentityDeskTests()
    {
        _desk.Network.TryPut(Desk.Resident(1)).ShouldBeTrue();
        _desk.Network.TryPut(Desk.Resident(2)).ShouldBeTrue();
    }

    [Fact]
    public async Task Number_gives_the_items_asked_for_and_no_other()
    {
        IdentityAnswer all = await _desk.AskAsPensionOfficeAsync(IdentityQuestion.By(People.Number(1)));
        all.Outcome.ShouldBe(IdentityOutcome.Provided);
        (all.Attributes!.Name, all.Number, all.Change, all.ChangedOn).ShouldBe(("試験　1号", People.Number(1), IdentityChange.Made, new DateOnly(2021, 5, 6)));
        all.Code.IsEmpty.ShouldBeTrue();
        IdentityAnswer little = await _desk.AskAsPensionOfficeAsync(IdentityQuestion.By(People.Number(1)), IdentityItems.Change);
        (little.Outcome, little.Attributes, little.Number.IsEmpty, little.ChangedOn).ShouldBe((IdentityOutcome.Provided, null, true, new DateOnly(2021, 5, 6)));
    }

    [Fact]
    public async Task Four_attributes_give_the_number_of_exactly_one()
    {
        (await _desk.AskAsPensionOfficeAsync(IdentityQuestion.By(People.Attributes(2)))).Number.ShouldBe(People.Number(2));
    }

    [Fact]
    public async Task Resident_record_code_is_given_where_a_rule_names_it_only()
    {
        IdentityItems items = Desk.Plain | IdentityItems.ResidentRecordCode;
        (await _desk.AskAsync(Desk.Worker(Bodies.City, Desk.Roll), Desk.Roll, items, IdentityQuestion.By(People.Number(1)))).Code.ShouldBe(People.Code(1));
        IdentityAnswer refused = await _desk.AskAsPensionOfficeAsync(IdentityQuestion.By(People.Number(1)), items);
        (refused.Outcome, refused.Code.IsEmpty, refused.Attributes).ShouldBe((IdentityOutcome.ItemsNotAllowed, true, null));
    }

    [Fact]
    public async Task Agency_that_may_not_have_the_number_may_not_ask_by_it()
    {
        Operator clerk = Desk.Worker(Bodies.TaxOffice, Desk.Taxes);
        (await _desk.AskAsync(clerk, Desk.Taxes, IdentityItems.FourAttributes, IdentityQuestion.By(People.Number(1)))).Outcome.ShouldBe(IdentityOutcome.ItemsNotAllowed);
        (await _desk.AskAsync(clerk, Desk.Taxes, IdentityItems.FourAttributes, IdentityQuestion.By(People.Attributes(1)))).Outcome.ShouldBe(IdentityOutcome.Provided);
        (await _desk.AskAsync(clerk, Desk.Taxes, IdentityItems.Change, IdentityQuestion.By(People.Attributes(1)))).Outcome.ShouldBe(IdentityOutcome.ItemsNotAllowed);
    }

    [Theory]
    [InlineData("no rule for the agency", 103, "pensions", "pensions", IdentityOutcome.NoRule)]
    [InlineData("no rule for the affair", 201, "taxes", "taxes", IdentityOutcome.NoRule)]
    [InlineData("rule is over since this moment", 301, "pensions", "pensions", IdentityOutcome.RuleNotInForce)]
    [InlineData("operator of another affair", 201, "taxes", "pensions", IdentityOutcome.OperatorRefused)]
    [InlineData("agency of no directory", 999, "pensions", "pensions", IdentityOutcome.UnknownAgency)]
    public async Task Who_may_not_ask_gets_nothing_and_is_noted(string row, int agency, string ofOperator, string affair, IdentityOutcome outcome)
    {
        Operator clerk = Desk.Worker(new AgencyId(agency), new AffairId(ofOperator));
        IdentityAnswer answer = await _desk.AskAsync(clerk, new AffairId(affair), Desk.Plain, IdentityQuestion.By(People.Number(1)));
        (answer.Outcome, answer.Attributes, answer.Number.IsEmpty, answer.ChangedOn, answer.Items).ShouldBe((outcome, null, true, null, IdentityItems.None), row);
        IdentityEntry entry = _desk.Log.Entries.ShouldHaveSingleItem(row);
        (entry.Outcome, entry.Person, entry.Rule.IsEmpty).ShouldBe((outcome, Guid.Empty, true), row);
    }

    [Fact]
    public async Task Rules_hold_in_their_period_only()
    {
        Operator clerk = Desk.Worker(Bodies.InsurerA, Desk.Pensions);
        _desk.Clock.Now = Bodies.Now.AddMilliseconds(-1);
        (await _desk.AskAsync(clerk, Desk.Pensions, Desk.Plain, IdentityQuestion.By(People.Number(1)))).Outcome.ShouldBe(IdentityOutcome.Provided);
        _desk.Clock.Now = Bodies.Now;
        (await _desk.AskAsync(clerk, Desk.Pensions, Desk.Plain, IdentityQuestion.By(People.Number(1)))).Outcome.ShouldBe(IdentityOutcome.RuleNotInForce);
    }

    [Fact]
    public async Task Operator_whose_time_is_over_is_refused()
    {
        Operator former = new(new OperatorId("clerk-8"), Bodies.PensionOffice, [Desk.Pensions], new ValidPeriod(Bodies.Start, Bodies.Now));
        (await _desk.AskAsync(former, Desk.Pensions, Desk.Plain, IdentityQuestion.By(People.Number(1)))).Outcome.ShouldBe(IdentityOutcome.OperatorRefused);
    }

    [Fact]
    public async Task Nobody_is_found_by_a_strange_or_former_number()
    {
        (await _desk.AskAsPensionOfficeAsync(IdentityQuestion.By(People.Number(8)))).Outcome.ShouldBe(IdentityOutcome.NotFound);
        _desk.Network.TryPut(Desk.Resident(1, version: 1, number: People.Number(9))).ShouldBeTrue();
        (await _desk.AskAsPensionOfficeAsync(IdentityQuestion.By(People.Number(1)))).Outcome.ShouldBe(IdentityOutcome.NotFound);
        (await _desk.AskAsPensionOfficeAsync(IdentityQuestion.By(People.Number(9)))).Outcome.ShouldBe(IdentityOutcome.Provided);
    }

    [Theory]
    [InlineData("another name", "別人　1号", "架空県架空市架空町1番地", 0, Sex.Female, IdentityOutcome.NotFound)]
    [InlineData("another address", "試験　1号", "架空県架空市架空町2番地", 0, Sex.Female, IdentityOutcome.NotFound)]
    [InlineData("another birth date", "試験　1号", "架空県架空市架空町1番地", 1, Sex.Female, IdentityOutcome.NotFound)]
    [InlineData("another sex", "試験　1号", "架空県架空市架空町1番地", 0, Sex.Male, IdentityOutcome.NotFound)]
    [InlineData("a space less, which a clerk would settle", "試験1号", "架空県架空市架空町1番地", 0, Sex.Female, IdentityOutcome.NotFound)]
    [InlineData("no name", "", "架空県架空市架空町1番地", 0, Sex.Female, IdentityOutcome.Incomplete)]
    [InlineData("no address", "試験　1号", "　", 0, Sex.Female, IdentityOutcome.Incomplete)]
    public async Task Three_of_four_are_none(string row, string name, string address, int days, Sex sex, IdentityOutcome outcome)
    {
        FourAttributes attributes = new(name, address, new BirthDate(new DateOnly(1980, 1, 2).AddDays(days)), sex);
        (await _desk.AskAsPensionOfficeAsync(IdentityQuestion.By(attributes))).Outcome.ShouldBe(outcome, row);
    }

    [Fact]
    public async Task Unknown_birth_date_is_incomplete_even_when_the_record_has_the_same()
    {
        FourAttributes unknown = new("試験　5号", "架空県架空市架空町5番地", default, Sex.Male);
        _desk.Network.TryPut(Desk.Resident(5, unknown));
        (await _desk.AskAsPensionOfficeAsync(IdentityQuestion.By(unknown))).Outcome.ShouldBe(IdentityOutcome.Incomplete);
    }

    [Fact]
    public async Task Two_people_with_the_same_attributes_are_both_held_back()
    {
        _desk.Network.TryPut(Desk.Resident(3, People.Attributes(1)));
        IdentityAnswer answer = await _desk.AskAsPensionOfficeAsync(IdentityQuestion.By(People.Attributes(1)));
        (answer.Outcome, answer.Number.IsEmpty, answer.Attributes).ShouldBe((IdentityOutcome.Several, true, null));
        _desk.Log.Entries.ShouldHaveSingleItem().Person.ShouldBe(Guid.Empty);
    }
}
