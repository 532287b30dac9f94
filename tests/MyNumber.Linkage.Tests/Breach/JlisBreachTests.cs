using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>J-LIS: every individual number, resident record code and acquisition number, and none of the core's keys.</summary>
public sealed class JlisBreachTests : BreachTests
{
    [Fact]
    public async Task Acquisition_gives_the_code_to_the_agency_alone()
    {
        AgencyDoor door = World.Lab.Core.DoorOf(ChildAllowance.City);
        AcquisitionOpening opening = await door.OpenAsync(AcquisitionRoute.Jlis, VerificationLevel.FourAttributes);
        AcquisitionAnswer told = await World.Lab.Core.Jlis.AcquireAsync(opening.Number, World.Lab.Network.People[0].Query);
        (told.State, told.Code.IsEmpty).ShouldBe((AcquisitionState.Generated, true));
        foreach (AgencyId other in World.Lab.Network.Bodies.Where(body => body != ChildAllowance.City))
        {
            (await World.Lab.Core.DoorOf(other).CollectAsync(opening.Number)).Code.IsEmpty.ShouldBeTrue();
        }

        (await door.CollectAsync(opening.Number)).Code.ShouldBe(await World.CodeAsync(ChildAllowance.City, 0));
    }

    [Fact]
    public async Task Resident_codes_make_no_agency_code_without_the_cores_keys()
    {
        AgencyCode right = await World.CodeAsync(ChildAllowance.City, 0);
        CodeHolder holder = World.HolderOf(ChildAllowance.City);
        foreach (byte fill in new byte[] { 0, 1, 0xFF })
        {
            byte[] guess = [.. Enumerable.Repeat(fill, 32)];
            using LinkKey link = new(guess);
            using CodeKeyRing ring = new(new AgencyCodeCipher(0, guess));
            new AgencyCodes(ring).Derive(holder.Id, holder.Epoch, new LinkCodeDeriver(link).Propose(World.Lab.Network.People[0].ResidentCode, 0)).ShouldNotBe(right);
        }

        right.ShouldBe(await World.City.Space.FindCodeAsync(ChildAllowance.Addressee(ChildAllowance.City, 0)));
    }

    [Fact]
    public async Task Acquisition_number_serves_no_more_when_the_code_was_confirmed()
    {
        AgencyDoor door = World.Lab.Core.DoorOf(ChildAllowance.City);
        AcquisitionOpening opening = await door.OpenAsync(AcquisitionRoute.Jlis, VerificationLevel.FourAttributes);
        await World.Lab.Core.Jlis.AcquireAsync(opening.Number, World.Lab.Network.People[0].Query);
        (await door.CollectAsync(opening.Number)).Code.IsEmpty.ShouldBeFalse();
        await door.ConfirmAsync(opening.Number);
        (await door.CollectAsync(opening.Number)).Code.IsEmpty.ShouldBeTrue();
        (await World.Lab.Core.Jlis.AcquireAsync(opening.Number, World.Lab.Network.People[1].Query)).Code.IsEmpty.ShouldBeTrue();
    }
}
