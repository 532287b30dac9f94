namespace MyNumber.Numbering.Tests;

public sealed class IndividualNumberContractTests : NumberContractTests<IndividualNumber>
{
    protected override string Smaller => "060122228102";

    protected override string Larger => "621498320257";

    protected override string Mask => "IndividualNumber(***)";
}

public sealed class ResidentRecordCodeContractTests : NumberContractTests<ResidentRecordCode>
{
    protected override string Smaller => "24727059608";

    protected override string Larger => "25208017643";

    protected override string Mask => "ResidentRecordCode(***)";
}

public sealed class CorporateNumberContractTests : NumberContractTests<CorporateNumber>
{
    protected override string Smaller => "1180301018771";

    protected override string Larger => "8700110005901";
}

public sealed class LocalGovernmentCodeContractTests : NumberContractTests<LocalGovernmentCode>
{
    protected override string Smaller => "010006";

    protected override string Larger => "141003";
}

public sealed class InsurerNumberContractTests : NumberContractTests<InsurerNumber>
{
    protected override string Smaller => "138057";

    protected override string Larger => "01130012";
}

public sealed class BasicPensionNumberContractTests : NumberContractTests<BasicPensionNumber>
{
    protected override string Smaller => "0103000042";

    protected override string Larger => "9600000001";

    protected override string Mask => "BasicPensionNumber(***)";
}

public sealed class ApplicationIdContractTests : NumberContractTests<ApplicationId>
{
    protected override string Smaller => "00345678901234567890123";

    protected override string Larger => "98345678901234567890123";
}

public sealed class InvoiceRegistrationNumberContractTests : NumberContractTests<InvoiceRegistrationNumber>
{
    protected override string Smaller => "T8040001999011";

    protected override string Larger => "T9011001029597";
}
