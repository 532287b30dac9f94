using MyNumber.Linkage.Exchange;

namespace MyNumber.Linkage.Tests.Exchange;

public sealed class InquiryResultTests
{
    [Fact]
    public void Inquiry_that_is_not_done_has_no_outcome()
    {
        foreach (InquiryState state in Enum.GetValues<InquiryState>())
        {
            new InquiryResult { State = state }.Outcome.ShouldBeNull(state.ToString());
        }
    }
}
