using MyNumber.Numbering;
using MyNumber.Numbering.Issuing.Designation;
using MyNumber.Numbering.Issuing.Entries;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.Issuing.Registers;

namespace CityNumbering;

/// <summary>Changes of a code at request without reason (住民基本台帳法30条の4), and of a number that leaked (番号法7条2項).</summary>
internal sealed class Changes(World world)
{
    public async ValueTask<bool> CodeAsync()
    {
        int place = Anybody();
        IdentityRecord before = world.Residents[place];
        CodeEntryResult changed = await world.City.Book.ChangeAsync(before.Person, before.Code);
        if (changed.Outcome != CodeEntryOutcome.Changed)
        {
            return false;
        }

        IdentityRecord after = world.Residents[place] = await world.WriteAsync(before.Next(world.Clock.GetUtcNow(), code: changed.Code));
        return after.Code != before.Code && after.Number == before.Number;
    }

    public ValueTask<bool> ByRequestAsync() => NumberAsync((request, person, former) =>
    {
        ChangeForm form = new() { Number = person.Number, Grounds = "通知書の盗難 (架空)", IdentityChecked = true };
        return world.City.Mayor.ChangeAsync(request, person.Code, form, former);
    });

    public ValueTask<bool> ExOfficioAsync() => NumberAsync((request, person, former) =>
        world.City.Mayor.ChangeExOfficioAsync(request, person.Code, person.Number, former));

    /// <summary>The number may stem from a code that the person bore before, so the former codes go with the request.</summary>
    private async ValueTask<bool> NumberAsync(Func<Guid, IdentityRecord, IReadOnlyList<ResidentRecordCode>, ValueTask<GenerationResponse>> askAsync)
    {
        int place = Anybody();
        IdentityRecord before = world.Residents[place];
        IReadOnlyList<IdentityRecord> versions = await world.Identities.HistoryAsync(before.Person);
        Guid request = world.People.NextId();
        GenerationResponse answer = await askAsync(request, before, [.. versions.Select(version => version.Code).Distinct()]);
        if (!answer.IsMade)
        {
            return false;
        }

        int recorded = await world.City.Mayor.RecordAsync(new[] { request });
        world.Residents[place] = await world.WriteAsync(before.Next(world.Clock.GetUtcNow(), number: answer.Issue.Number));
        NumberIssue? replacement = await world.Center.Register.FindReplacementAsync(before.Number);
        return recorded == 1 && answer.Issue.Number != before.Number && replacement?.Number == answer.Issue.Number;
    }

    private int Anybody() => world.People.Random.Next(world.Residents.Count);
}
