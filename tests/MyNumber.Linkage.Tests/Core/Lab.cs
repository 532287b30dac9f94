using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Codes;
using MyNumber.Linkage.Core;
using MyNumber.Linkage.Core.Acquisitions;
using MyNumber.Linkage.Core.Corrections;
using MyNumber.Linkage.Core.Issued;
using MyNumber.Linkage.Core.Links;
using MyNumber.Linkage.Core.Notices;
using MyNumber.Linkage.Core.Numbers;
using MyNumber.Linkage.Core.Residents;
using MyNumber.Linkage.Core.Routes;
using MyNumber.Linkage.Tests.Agencies;

namespace MyNumber.Linkage.Tests.Core;

/// <summary>A whole core in memory with a synthetic residents' network.</summary>
internal sealed class Lab
{
    public Lab()
    {
        Links = new LinkBook(LinkRegister, new LinkCodeDeriver(new LinkKey(Key(0x20))), new ResidentCodeTagger(Key(0x60)), Clock);
        Codes = new CodeBook(IssuedCodes, new AgencyCodes(new CodeKeyRing(new AgencyCodeCipher(0, Key(0)))), Clock);
        Desk = new AcquisitionDesk(Acquisitions, Links, Codes, Notices, () => Directory, RandomNumberGenerator.Create(), Clock);
        Corrections = new CorrectionDesk(Links, Codes, IssuedCodes, Notices, () => Directory, Clock);
        Jlis = new JlisDesk(Residents, Desk);
        FamilyRegister = new FamilyRegisterDesk(Residents, Desk);
    }

    public Clock Clock { get; } = new(Bodies.Now);

    public AgencyDirectory Directory { get; set; } = Bodies.Directory;

    public InMemoryLinkRegister LinkRegister { get; } = new();

    public InMemoryIssuedCodes IssuedCodes { get; } = new();

    public InMemoryAcquisitions Acquisitions { get; } = new();

    public InMemoryCoreNotices Notices { get; } = new();

    public SyntheticResidents Residents { get; } = new();

    public LinkBook Links { get; }

    public CodeBook Codes { get; }

    public AcquisitionDesk Desk { get; }

    public CorrectionDesk Corrections { get; }

    public JlisDesk Jlis { get; }

    public FamilyRegisterDesk FamilyRegister { get; }

    public static byte[] Key(int start) => [.. Enumerable.Range(start, 32).Select(value => (byte)value)];

    public static ResidentQuery Query(int person) => new(People.Number(person), People.Attributes(person));

    public void PutResident(int person) => Residents.Put(People.Number(person), People.Code(person), People.Attributes(person));

    public AgencyDoor Door(AgencyId agency) => new(agency, Desk, Notices, () => Directory, Clock);

    public CodeHolder Holder(CodeHolderId id) => Directory.TryFindHolder(id, out CodeHolder? holder) ? holder : throw new InvalidOperationException();

    public async Task<AcquisitionNumber> OpenAsync(AgencyId agency, AcquisitionRoute route = AcquisitionRoute.Jlis)
    {
        AcquisitionOpening opening = await Desk.OpenAsync(agency, route, VerificationLevel.FourAttributes);
        opening.Outcome.ShouldBe(AcquisitionOutcome.Done);
        return opening.Number;
    }

    /// <summary>The whole way of a resident: opened, sent, collected, confirmed.</summary>
    public async Task<AgencyCode> AcquireAsync(AgencyId agency, int person)
    {
        PutResident(person);
        AcquisitionNumber number = await OpenAsync(agency);
        (await Jlis.AcquireAsync(number, Query(person))).State.ShouldBe(AcquisitionState.Generated);
        AgencyCode code = (await Desk.CollectAsync(agency, number)).Code;
        (await Desk.ConfirmAsync(agency, number)).State.ShouldBe(AcquisitionState.Erased);
        return code;
    }
}
