"""Which English words mean nearly the same in sales talk? Our own groups, one a line; a campaign may add its own."""

from __future__ import annotations

GROUPS = """
call, phone, ring, reach, contact, speak, dial, touch base, get back, follow up, reach out
price, cost, fee, rate, charge, premium, quote, amount, pay, how much, run you, come to, work out, dollar, buck
quote, estimate, price, figure, calculation, offer, proposal
number, phone, mobile, cell, telephone, contact
email, mail, address, inbox, e-mail
address, location, located, street, where, live, find us
send, forward, mail, drop, shoot, email, post, ship
message, text, sms, whatsapp, reminder, notification
remind, reminder, notify, alert
book, schedule, arrange, reserve, set up, appointment, slot, pencil, put you down, set
appointment, visit, meeting, booking, session, slot
meet, meeting, see, visit, appointment, get together
invite, invitation, come, visit, join, stop by, come by, drop by, come in
trial, try, test, sample, free, taste, demo
free, no charge, complimentary, at no cost, on us, nothing to pay, for nothing, without charge
demo, demonstration, show, walk through, walk you through, presentation, tour, present, share my screen
goal, aim, purpose, hope, achieve, want, result, objective, target
experience, before, previous, past, ever, used, history
problem, challenge, issue, trouble, difficulty, pain, bother, wrong, frustrate, struggle, drive you crazy,
  headache, annoying
accident, crash, claim, collision, incident, ticket, record, wreck
claim, accident, incident, report
record, recorded, recording, tape, monitor, log
quality, training, good
car, vehicle, truck, auto, automobile, drive, model, make, van
make, model, brand, manufacturer, kind, year
cover, coverage, covered, protect, protected, protection, insure, include, insured, pay for
insurance, policy, insure, plan, coverage
policy, plan, contract, coverage, insurance
theft, steal, stolen, burglary, rob
fire, burn, flame
damage, hit, harm, break, hurt, wreck, collision, crash
deductible, out of pocket, first, yourself, excess
start, begin, activate, set up, launch, get going, get started, kick off, go ahead, open, move forward
sign, agreement, contract, paper, signature, sign up
buy, purchase, order, get, take, acquire
order, place, buy, checkout, purchase
sell, sale, offer
today, now, right away, immediately, this minute, straight away
time, moment, minute, when, free, available, schedule
minute, moment, second, time, quick, spare
talk, speak, chat, discuss, conversation, call
bad, wrong, busy, inconvenient
convenient, suit, work, good, fine, best, prefer, free, available
day, date, when, morning, afternoon, evening, weekday
current, now, today, present, at the moment, currently, right now, existing, these days
use, run, work, do, have, with, rely
software, program, tool, system, application, app, platform, solution
accounting, bookkeeping, finance, account, books, money, spreadsheet
invoice, bill, billing, payment
bank, reconcile, payment, match, transaction, tick off
automate, automatically, by itself, automatic, on its own
team, staff, people, department, employee, colleague, worker, crew
size, big, large, many, how many, number
biggest, main, most, worst, major, hardest
process, workflow, way, routine, job
time, hours, day, take, spend, eat up, waste
save, reduce, cut, cheaper, lower, less
discount, off, cheaper, deal, promotion, special, save, coupon
installment, monthly, in parts, finance, credit, payment plan, spread
deposit, upfront, advance, down, prepayment
pay, payment, charge, card, transfer, settle
expensive, too much, pricey, costly, high, budget, steep, afford, out of budget
cheap, affordable, inexpensive, low, reasonable
budget, money, spend, afford, price range
warranty, guarantee, guaranteed, fix for free
refund, money back, return, back, cancel
deliver, delivery, ship, shipping, arrive, bring, courier
install, installation, set up, fit, setup, connect, mount
repair, fix, service, mend, maintain
technician, engineer, specialist, mechanic, expert, installer, fitter
doctor, dentist, physician, specialist, therapist
manager, agent, representative, advisor, consultant, specialist
pain, hurt, ache, sore, bother
health, medical, injury, condition, allergy, medication
insurance, cover, benefit
name, call, speaking, is here, it's, this is
hello, good morning, good afternoon, good evening, greetings, thanks for calling, thank you for calling
goodbye, bye, have a great day, have a nice day, take care, talk soon, see you, speak soon, so long,
  have a good one, have a wonderful day, speak to you
thank, appreciate, grateful, cheers
help, assist, support, do for you
company, firm, business, organization, office
decide, decision, choose, charge, responsible, in charge
boss, owner, director, manager, head
plan, intend, think, going to, look, consider, hope
interest, interested, curious, look for, want, need
explain, tell, describe, clarify, walk
understand, see, hear, get it, know
think, consider, sleep on it, decide
compare, difference, versus, other, competitor
other, another, elsewhere, different, someone else
wife, husband, partner, spouse, family
advantage, benefit, plus, value, feature
new, modern, latest, recent
quality, reliable, solid, durable, good
fast, quick, speed, soon, rapid
document, paper, form, paperwork, passport, id
confirm, confirmation, verify, check
invite, calendar, invitation, link
online, internet, web, site, website, link
feedback, review, recommend, opinion
fine, okay, agree, sounds good, sure, great
house, home, apartment, property, place, flat
room, bedroom, space
square, size, area, feet
mortgage, loan, credit, bank, lender
child, kid, son, daughter, children
course, class, lesson, training, program
level, beginner, advanced, skill
learn, study, teach
trip, travel, vacation, holiday, journey, flight
hotel, room, stay, accommodation
flight, plane, airline, ticket
gym, fitness, workout, exercise, train
membership, subscription, plan, card
energy, power, electricity, solar, electric
roof, house, panel
hear about us, find us, how did you find, source, referral
security, alarm, safe, protect, camera
water, leak, plumbing, pipe
clean, cleaning, tidy, wash
"""
