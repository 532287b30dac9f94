using MyNumber.Numbering.Issuing.Entries;
using MyNumber.Numbering.Issuing.Identity;
using MyNumber.Numbering.Issuing.Registers;
using MyNumber.Numbering.People;

namespace CityNumbering;

/// <summary>People who come, leave and die. Code and number go with the person (住民基本台帳法30条の3①); nothing is taken out of the registers.</summary>
internal sealed class Moves(World world)
{
    public ValueTask<bool> InAsync() => MoveAsync(world.Elsewhere, world.Residents, world.City);

    public ValueTask<bool> OutAsync() => MoveAsync(world.Residents, world.Elsewhere, world.Neighbour);

    public async ValueTask<bool> DeathAsync()
    {
        IdentityRecord last = Take(world.Residents);
        world.Dead.Add(last);
        NumberIssue? kept = await world.Center.Register.FindByNumberAsync(last.Number);
        return kept is { State: DesignationState.Recorded };
    }

    private async ValueTask<bool> MoveAsync(List<IdentityRecord> from, List<IdentityRecord> to, Municipality home)
    {
        IdentityRecord before = Take(from);
        FourAttributes old = before.Attributes;
        CodeEntryResult entered = await home.Book.EnterAsync(before.Person, latest: before.Code);
        FourAttributes moved = new(old.Name, world.People.Address(home.Name), old.BirthDate, old.Sex);
        IdentityRecord after = await world.WriteAsync(before.Next(world.Clock.GetUtcNow(), moved, entered.Code, municipality: home.Code));
        to.Add(after);
        return entered.Outcome == CodeEntryOutcome.Kept && after.Code == before.Code && after.Number == before.Number;
    }

    private IdentityRecord Take(List<IdentityRecord> people)
    {
        int place = world.People.Random.Next(people.Count);
        IdentityRecord taken = people[place];
        people[place] = people[^1];
        people.RemoveAt(people.Count - 1);
        return taken;
    }
}
