using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Numbering.People;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace StatusWatch;

/// <summary>An invented customer as the generator knows it: the bank sees the handle of the account and the certificate, and nothing else of this.</summary>
internal sealed record Customer(string Account, Fate Fate, District District, DateOnly IssuedOn, FourAttributes Attributes, ApplicationId Application)
{
    public HolderAttributes Holder => new(Attributes);

    public Municipality Municipality => District.Municipality;

    /// <summary>A mask; nothing of the person is in it.</summary>
    public override string ToString() => "Customer(***)";
}
