using MyNumber.Numbering;
using MyNumber.Numbering.CheckDigits;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.Issuing.Registers;

namespace CityNumbering;

/// <summary>Chapter 5: what must be refused: each request comes back with its reason, and no number is made.</summary>
internal sealed class Refusals(World world, Narrator narrator)
{
    public async Task TellAsync()
    {
        Narrator.Chapter("5 断られるべき請求 (requests that must be refused)");
        long before = await world.Center.Register.CountAsync();
        IdentityRecord one = await NeverChangedAsync(), other = world.Residents.Find(person => person.Person != one.Person)!;
        DesignationService mayor = world.City.Mayor;
        (IdentityRecord changed, IndividualNumber replaced) = await ChangedAsync();

        Expect("理由のない変更請求 (form without grounds)", await mayor.ChangeAsync(NewRequest(), one.Code, Form(one.Number, grounds: " ", identity: true)), GenerationRefusal.FormIncomplete);
        Expect("本人確認のない変更請求 (identity not checked)", await mayor.ChangeAsync(NewRequest(), one.Code, Form(one.Number, "盗難", identity: false)), GenerationRefusal.FormIncomplete);
        Expect("番号のある人に二つ目 (a second first number)", await mayor.DesignateAsync(NewRequest(), one.Code, IssueReason.FirstEntry), GenerationRefusal.AlreadyNumbered);
        Expect("他人の番号の変更 (another person's number)", await mayor.ChangeAsync(NewRequest(), one.Code, Form(other.Number, "盗難", identity: true)), GenerationRefusal.OtherPersons);
        Expect("変更済みの番号の再変更 (a number replaced before)", await mayor.ChangeExOfficioAsync(NewRequest(), changed.Code, replaced, await CodesOfAsync(changed)), GenerationRefusal.AlreadyReplaced);
        Expect("発行されていない番号の変更 (a number never issued)", await mayor.ChangeExOfficioAsync(NewRequest(), one.Code, Excluded()), GenerationRefusal.NeverIssued);
        narrator.Step("登録簿 (the register)", "一件も増えていない (nothing was made)", await world.Center.Register.CountAsync() == before);
    }

    private void Expect(string what, GenerationResponse answer, GenerationRefusal expected) => narrator.Step(what, $"拒否: {answer.Refusal}", answer.Refusal == expected);

    private Guid NewRequest() => world.People.NextId();

    private static ChangeForm Form(IndividualNumber number, string grounds, bool identity) => new() { Number = number, Grounds = grounds, IdentityChecked = identity };

    private async ValueTask<IdentityRecord> NeverChangedAsync()
    {
        foreach (IdentityRecord person in world.Residents)
        {
            if ((await world.Identities.HistoryAsync(person.Person)).Count == 1)
            {
                return person;
            }
        }

        throw new InvalidOperationException("Everybody has changed.");
    }

    /// <summary>Somebody whose number was changed during the year, and the number before.</summary>
    private async ValueTask<(IdentityRecord Person, IndividualNumber Replaced)> ChangedAsync()
    {
        foreach (IdentityRecord person in world.Residents)
        {
            IdentityRecord first = (await world.Identities.HistoryAsync(person.Person))[0];
            if (first.Number != person.Number)
            {
                return (person, first.Number);
            }
        }

        throw new InvalidOperationException("Nobody's number was changed.");
    }

    private async ValueTask<IReadOnlyList<ResidentRecordCode>> CodesOfAsync(IdentityRecord person) =>
        [.. (await world.Identities.HistoryAsync(person.Person)).Select(version => version.Code).Distinct()];

    /// <summary>Eleven nines are never issued, so the number is nobody's; its check digit is right.</summary>
    private static IndividualNumber Excluded() =>
        IndividualNumber.Parse(FormattableString.Invariant($"{99_999_999_999 * 10 + IndividualNumberCheckDigit.Compute(99_999_999_999)}"));
}
