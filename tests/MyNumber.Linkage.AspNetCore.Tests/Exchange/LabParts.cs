using MyNumber.Linkage.Merkle;
using MyNumber.Linkage.Reconciliation;
using MyNumber.Linkage.Records;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.AspNetCore.Tests.Exchange;

/// <summary>What both kinds of world make of a lab.</summary>
internal static class LabParts
{
    public static LabPortal OpenPortal(LinkageLab lab, TimeProvider clock)
    {
        lab.Core.DeliveryPolicy = ChildAllowance.CreateDeliveryPolicy(lab.Network);
        return new LabPortal(lab.Network, lab.Core, lab[ChildAllowance.Portal], ChildAllowance.SelfInformation, [], clock);
    }

    public static DayDesk DayDeskOf(LinkageLab lab, LogOwner owner) => new(owner, owner.IsCore ? lab.Core.Stores.Records : lab[owner.Agency].Stores.Records);

    public static IHeadLine HeadLineOf(LinkageLab lab, LogOwner owner)
    {
        (PartyLog log, IHeadStore heads) = owner.IsCore ? (lab.Core.Log, lab.Core.Stores.Heads) : (lab[owner.Agency].Log, lab[owner.Agency].Stores.Heads);
        return new LocalHeadLine(log, heads);
    }
}
